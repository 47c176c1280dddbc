"""Gives each article of a synthetic project every kind of block: `blocks.py PROJECT`."""
import pathlib
import sys

WORDS = {
    "en": ("How this was done", "the same question", "asked in the same way", "Nobody was paid for an answer.", "see the form"),
    "th": ("ว่าด้วยวิธีทำงาน", "คำถามเดิม", "ถามด้วยวิธีเดิม น้ำเสียงเดิม ซ้ำทุกครั้ง", "ไม่มีผู้ใดได้ค่าตอบแทน", "ดูแบบสอบถาม"),
    "zh-Hans": ("关于方法", "同样的问题", "用同样的方式提出——“不增不减”", "没有人因回答而得到报酬。", "参见问卷"),
}
project = pathlib.Path(sys.argv[1])
for locale, (heading, first, second, third, link) in WORDS.items():
    blocks = ["", f"### {heading}", "", f"- {first}", f"- {second}", f"    - {third}", "", f"1) {first}", f"2) {second}", "",
              f"> {third}", "", f"{first}: **{second}**, see `a = b` ([{link}](https://example.org/form)).", "", "---", "", third]
    text = "\n".join("    " + line if line else "" for line in blocks)
    for path in sorted(project.glob(f"locales/{locale}/survey-*.ftl")):
        # A message ends before the next name; the body of the second part gets the blocks.
        source = path.read_text("utf-8")
        start = source.index("-part-b-body =")
        end = source.index(f"\n{path.stem}-", start)
        path.write_text(source[:end].rstrip() + "\n" + text + "\n" + source[end:], "utf-8")
