"""Pages as pictures, held against kept ones: `pages.py KEPT SITE`. KEEP=1 keeps them anew.

Each page is made small and grey, so that only what an eye would see at arm's length counts: the mean difference, and that of the
worst of 12 × 16 fields, in steps of 255. Fonts are drawn a little otherwise by another version of the program that draws.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

from PIL import Image, ImageChops, ImageFilter, ImageStat

MEAN, FIELD = 2.0, 24.0


def small(path):
    return Image.open(path).convert("L").filter(ImageFilter.GaussianBlur(2)).resize((180, 255))


def difference(one, other):
    picture = ImageChops.difference(one, other)
    fields = picture.resize((12, 16), Image.BOX)
    return ImageStat.Stat(picture).mean[0], fields.getextrema()[1]


kept, site = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
failed = count = 0
with tempfile.TemporaryDirectory() as folder:
    for file in sorted(site.rglob("*.pdf")):
        locale = file.parts[-3]
        subprocess.run(["pdftoppm", "-r", "60", "-png", file, f"{folder}/{locale}-{file.stem}"], check=True)
    for page in sorted(pathlib.Path(folder).glob("*.png")):
        picture, keep = small(page), kept / page.name
        count += 1
        if os.environ.get("KEEP"):
            kept.mkdir(parents=True, exist_ok=True)
            picture.save(keep, optimize=True)
            continue
        if not keep.exists():
            print(f"{page.name}: no picture is kept; KEEP=1 keeps one, after somebody has looked at it")
            failed += 1
            continue
        mean, field = difference(picture, Image.open(keep))
        if mean > MEAN or field > FIELD:
            print(f"{page.name}: differs by {mean:.2f}, at most by {field}")
            failed += 1
    known = {page.name for page in pathlib.Path(folder).glob("*.png")}
    for gone in sorted(path.name for path in kept.glob("*.png") if path.name not in known):
        print(f"{gone}: the page is gone")
        failed += 1
print(f"{count} pages, {failed} otherwise than kept")
sys.exit(1 if failed else 0)
