#!/usr/bin/python3
"""Makes the workbooks and text files beside it anew, by the programs that README.md names.

Debian packages: python3-openpyxl, python3-xlsxwriter, libreoffice-calc-nogui. All content is made up.
"""
import datetime
import os
import pathlib
import subprocess
import tempfile
import zipfile

import openpyxl
import xlsxwriter

HERE = pathlib.Path(__file__).parent
DAY = datetime.datetime(2026, 1, 5)


def by_openpyxl():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["chart", "visit", "iga"])
    for i in range(3):
        sheet.append([f"C{i + 1}", DAY + datetime.timedelta(days=i, hours=10 * (i % 2)), i + 1])
    book.save(HERE / "openpyxl_scores.xlsx")

    book = openpyxl.Workbook()
    book.active.title = "Cover"
    book.active.append(["Clinic of the Nile"])
    book.active.sheet_state = "hidden"
    people = book.create_sheet("المرضى")
    people.append(["رقم الملف", "الاسم", "تاريخ الميلاد"])
    people.append([1001, "منى عادل", datetime.date(1990, 1, 2)])
    people.append([1002, "سارة نبيل", datetime.date(1991, 2, 3)])
    visits = book.create_sheet("Visits")
    visits.append(["chart", "visit", "iga"])
    visits.append([1001, DAY, 3])
    book.create_sheet("Empty")
    book.save(HERE / "openpyxl_sheets.xlsx")

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["chart", "visit", "iga"])
    sheet.append(["C1", DAY, "=1+2"])
    sheet.append(["C2", DAY, 2])
    book.save(HERE / "openpyxl_formula.xlsx")

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Acne follow-up 2026"])
    sheet.append(["Chart", "First", None, "Second", None])
    sheet.append([None, "Date", "IGA", "Date", "IGA"])
    sheet.append(["C1", DAY, 4, DAY + datetime.timedelta(days=28), 3])
    sheet.append([None, DAY + datetime.timedelta(days=1), 4, DAY + datetime.timedelta(days=29), 2])
    for area in ("A1:E1", "A2:A3", "B2:C2", "D2:E2", "A4:A5"):
        sheet.merge_cells(area)
    book.save(HERE / "openpyxl_merged.xlsx")


def by_xlsxwriter():
    book = xlsxwriter.Workbook(HERE / "xlsxwriter_visits.xlsx")
    sheet = book.add_worksheet("Visits")
    formats = {
        name: book.add_format({"num_format": code})
        for name, code in {
            "chart": "00000",
            "day": "dd/mm/yyyy",
            "time": "hh:mm",
            "moment": 'd mmm yyyy "at" hh:mm:ss',
            "share": "0%",
            "length": "[h]:mm",
        }.items()
    }
    sheet.write_row(0, 0, ["chart", "day", "time", "visit", "improved", "length", "seen", "depth"])
    for i in range(4):
        moment = DAY + datetime.timedelta(days=i, minutes=630)
        sheet.write_number(i + 1, 0, 41 + i, formats["chart"])
        sheet.write_datetime(i + 1, 1, DAY + datetime.timedelta(days=i), formats["day"])
        sheet.write_number(i + 1, 2, 0.4375, formats["time"])
        sheet.write_datetime(i + 1, 3, moment, formats["moment"])
        sheet.write_number(i + 1, 4, 0.07 * (i + 1), formats["share"])
        sheet.write_number(i + 1, 5, 1.125, formats["length"])
        sheet.write_boolean(i + 1, 6, i % 2 == 0)
        sheet.write_number(i + 1, 7, 0.1 + 0.2)
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.set_column("G:G", None, None, {"hidden": True})
    book.close()

    book = xlsxwriter.Workbook(HERE / "xlsxwriter_1904.xlsx", {"date_1904": True, "constant_memory": True})
    sheet = book.add_worksheet()
    day = book.add_format({"num_format": 14})
    sheet.write_row(0, 0, ["chart", "visit", "iga", "twice"])
    sheet.write_string(1, 0, "C1")
    sheet.write_datetime(1, 1, DAY, day)
    sheet.write_number(1, 2, 3)
    sheet.write_formula(1, 3, "=C2*2", None, 6)
    book.close()


def parts(name, sheet, strings="", styles="", book="", more=()):
    """A workbook in the forms of Excel, from the parts that differ."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    relations = [("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]
    relations += [("http://schemas.microsoft.com/office/2006/relationships/vbaProject", name) for name in more]
    files = {
        "[Content_Types].xml": f'{head}<Types xmlns="{package}/content-types"><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{head}<workbook xmlns="{main}" xmlns:r="{office}"><workbookPr {book}/>'
        '<bookViews><workbookView xWindow="0" yWindow="0"/></bookViews>'
        '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="191029"/></workbook>',
        "xl/_rels/workbook.xml.rels": f'{head}<Relationships xmlns="{package}/relationships">'
        + "".join(
            f'<Relationship Id="rId{i}" Type="{kind if "//" in kind else office + "/" + kind}" Target="{target}"/>'
            for i, (kind, target) in enumerate(relations, 1)
        )
        + "</Relationships>",
        "xl/worksheets/sheet1.xml": f'{head}<worksheet xmlns="{main}" xmlns:r="{office}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" '
        'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">'
        f'<sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/>{sheet}'
        '<mc:AlternateContent><mc:Choice Requires="x14"><controls><control r="A1"><v>not a cell</v></control></controls>'
        "</mc:Choice></mc:AlternateContent></worksheet>",
        "xl/styles.xml": f'{head}<styleSheet xmlns="{main}">{styles}</styleSheet>',
        "xl/sharedStrings.xml": f'{head}<sst xmlns="{main}">{strings}</sst>',
    }
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as out:
        for part, text in files.items():
            out.writestr(part, text)
        for part in more:
            out.writestr(f"xl/{part}", b"\xcc\x61 no real macros")


def by_hand():
    texts = ["chart", "visit", "iga", "note", "C1", "C2"]
    strings = "".join(f"<si><t>{text}</t></si>" for text in texts)
    strings += (
        '<si><r><t xml:space="preserve">much </t></r><r><rPr><b/><sz val="11"/></rPr><t>better</t></r>'
        '<rPh sb="0" eb="1"><t>not shown</t></rPh><phoneticPr fontId="1"/></si>'
        '<si><t xml:space="preserve">two_x000D_\nlines </t></si>'
    )
    styles = (
        '<numFmts count="2"><numFmt numFmtId="164" formatCode="[$-409]d\\-mmm\\-yy;@"/>'
        '<numFmt numFmtId="165" formatCode="[Red][&lt;1]h:mm;&quot;day &quot;dd/mm/yyyy\\ hh:mm"/></numFmts>'
        '<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>'
        '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/>'
        '<xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="22"/></cellXfs>'
    )
    header = '<row r="1" spans="1:4" x14ac:dyDescent="0.25">' + "".join(
        f'<c r="{letter}1" t="s"><v>{i}</v></c>' for i, letter in enumerate("ABCD")) + "</row>"
    parts(
        "excel_rich.xlsx",
        f'<dimension ref="A1:D4"/><sheetData>{header}'
        '<row r="2" spans="1:4" x14ac:dyDescent="0.25"><c r="A2" t="s"><v>4</v></c><c r="B2" s="1"><v>46027</v></c>'
        '<c r="C2"><f>1+2</f><v>3</v></c><c r="D2" t="s"><v>6</v></c></row>'
        '<row r="4" spans="1:4" x14ac:dyDescent="0.25"><c r="A4" t="s"><v>5</v></c><c r="B4" s="2"><v>46028.604166666664</v></c>'
        '<c r="C4"><v>2</v></c><c r="D4" t="s"><v>7</v></c></row></sheetData>',
        strings,
        styles,
    )
    parts(
        "excel_macros.xlsm",
        f'<sheetData>{header}<row r="2"><c r="A2" t="s"><v>4</v></c><c r="B2" s="1"><v>46027</v></c>'
        '<c r="C2"><v>3</v></c><c r="D2" t="e"><f>VLOOKUP(1,A:B,2)</f><v>#N/A</v></c></row></sheetData>',
        strings,
        styles,
        more=("vbaProject.bin",),
    )
    parts(
        "excel_mac.xlsx",
        f'<sheetData>{header}<row r="2"><c r="A2" t="s"><v>4</v></c><c r="B2" s="1"><v>44565</v></c>'
        '<c r="C2"><v>3</v></c></row></sheetData>',
        strings,
        styles,
        book='date1904="1"',
    )

    def inline(cells, row):
        return f'<row r="{row}">' + "".join(
            f'<c r="{chr(65 + i)}{row}" t="inlineStr"><is><t>{cell}</t></is></c>' if not isinstance(cell, int)
            else f'<c r="{chr(65 + i)}{row}"><v>{cell}</v></c>'
            for i, cell in enumerate(cells) if cell != "") + "</row>"

    rows = {1: ["Skin clinic, visits of 2026"], 2: ["printed 5 February 2026"], 4: ["chart", "visit", "iga"],
            5: ["C1", "2026-01-05", 3], 7: ["C2", "2026-01-06", 2], 9: ["المجموع", "", 5]}
    parts("excel_totals.xlsx", "<sheetData>" + "".join(inline(cells, row) for row, cells in rows.items()) + "</sheetData>")


def by_libreoffice():
    """Opened and saved again: all values are computed, kept, and written in its own forms."""
    with tempfile.TemporaryDirectory() as folder:
        home = {**os.environ, "HOME": folder}
        for source, target in (
            ("xlsxwriter_visits.xlsx", "libreoffice_visits.ods"),
            ("openpyxl_sheets.xlsx", "libreoffice_sheets.ods"),
            ("openpyxl_merged.xlsx", "libreoffice_merged.ods"),
            ("openpyxl_formula.xlsx", "libreoffice_formula.xlsx"),
        ):
            ending = target.rsplit(".", 1)[1]
            subprocess.run(
                ["soffice", "--headless", "--convert-to", ending, "--outdir", folder, HERE / source],
                check=True, env=home, stdout=subprocess.DEVNULL,
            )
            made = pathlib.Path(folder) / source.replace(".xlsx", f".{ending}")
            (HERE / target).write_bytes(made.read_bytes())


def text_files():
    def write(name, text, encoding="utf-8"):
        (HERE / name).write_bytes(text.encode(encoding))

    write("excel_french.csv",
          "sep=;\r\ndossier;nom;zone;sévérité\r\n1;Amélie Dupré;joue gauche;modérée\r\n"
          "2;Hélène Périer;front;légère\r\n3;Cédric Évrard;menton;sévère\r\n", "cp1252")
    write("excel_arabic.csv",
          "chart,name_ar,sex\r\n1001,منى عادل,أنثى\r\n1002,سارة نبيل,أنثى\r\n1003,أحمد علي,ذكر\r\n", "cp1256")
    write("excel_unicode.txt", "\ufeffchart\tvisit\tiga\r\nC1\t2026-01-05\t3\r\nC2\t2026-01-06\t2\r\n", "utf-16-le")
    write("wrapped.csv", '"chart,""visit"",""iga"""\n"C1,""2026-04-05"",""2"""\n"C2,""2026-04-06"",""3"""\n')
    write("title_and_blanks.csv",
          "Skin clinic visits 2026,,,\n,,,\nchart,visit,iga,\nC1,2026-06-01,3,\n,,,\n ,,,\nC2,2026-06-02,2,\nTotal,,5,\n")
    write("numbers_export.csv", "Table 1;;\nchart;visit;iga\nC1;2026-01-05;3\nC2;2026-01-06;2\n")
    write("two_headers.csv",
          "Chart,First,,Second,\n,Date,IGA,Date,IGA\nC1,2026-01-05,4,2026-02-05,3\nC2,2026-01-06,3,2026-02-06,1\n")


if __name__ == "__main__":
    by_openpyxl()
    by_xlsxwriter()
    by_hand()
    by_libreoffice()
    text_files()
