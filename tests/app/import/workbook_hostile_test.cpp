// Files that are made to harm, or damaged, or something else: each is refused, and nothing written.

#include <fstream>
#include <string>
#include <string_view>

#include <gmock/gmock.h>

#include "tests/app/import/import_example.h"
#include "tests/app/import/workbook_example.h"

namespace exchange::workbook_hostile_test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using namespace std::string_literals;
using namespace std::string_view_literals;
using namespace workbook_example;

std::string refusal_of_sheet(const std::string& xml) {
    return refusal_of(options_for(zipped(xlsx_parts(xml))));
}

TEST(HostileWorkbook, ThatUnpacksToTooMuchIsRefusedBeforeItIsUnpacked) {
    const std::string bomb(17 * 1024 * 1024, ' ');
    EXPECT_THAT(refusal_of_sheet("<worksheet>" + bomb + "</worksheet>"),
                HasSubstr("unpacks to 17 MB, more than 250 times its size"));
    // The size that the zip declares, at its place in the directory at the end.
    auto lying = zipped(xlsx_parts("<worksheet/>"));
    const auto directory = lying.rfind("PK\x01\x02");
    lying[directory + 27] = '\x7F';
    EXPECT_THAT(refusal_of(options_for(lying)), HasSubstr("at most 256 MB are read"));
}

TEST(HostileWorkbook, OfTooManyPartsIsRefused) {
    Parts parts = xlsx_parts("<worksheet/>");
    for (int i = 0; i < 10'000; ++i) {
        parts.emplace_back(fmt::format("p{}", i), "");
    }
    EXPECT_THAT(refusal_of(options_for(zipped(parts))), HasSubstr("at most 10000 are read"));
}

TEST(HostileWorkbook, ThatIsNestedWithoutEndIsRefused) {
    std::string xml = "<worksheet>";
    for (int i = 0; i < 100'000; ++i) {
        xml += "<a>";
    }
    EXPECT_THAT(refusal_of_sheet(xml), HasSubstr("nested deeper than 100"));
}

TEST(HostileWorkbook, WithEntitiesOrAFileOfTheirOwnIsRefused) {
    const std::string laughs =
        "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;&lol;\">]>"
        "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&lol2;</t></is></c></row>"
        "</sheetData></worksheet>";
    EXPECT_THAT(refusal_of_sheet(laughs), HasSubstr("declares a document type"));
    const std::string outside =
        "<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet>&x;</worksheet>";
    EXPECT_THAT(refusal_of_sheet(outside), HasSubstr("declares a document type"));
    EXPECT_THAT(refusal_of_sheet("<worksheet>&x;</worksheet>"), HasSubstr("undefined entity"));
}

TEST(HostileWorkbook, NamesNoFileOutsideOfItself) {
    auto parts = xlsx_parts("<worksheet/>");
    parts[2].second =
        "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" "
        "Target=\"../../../../etc/passwd\"/></Relationships>";
    EXPECT_THAT(refusal_of(options_for(zipped(parts))),
                HasSubstr("part \"etc/passwd\": is missing"));
}

TEST(DamagedWorkbook, IsRefusedWhereverItIsCut) {
    const auto whole = xlsx("<row><c><v>chart</v></c></row><row><c><v>1</v></c></row>");
    ASSERT_EQ(refusal_of(options_for(whole)), "");
    for (std::size_t size = 4; size < whole.size(); size += 29) {
        EXPECT_THAT(refusal_of(options_for(whole.substr(0, size))),
                    HasSubstr("is a damaged zip file"))
            << size;
    }
}

TEST(DamagedWorkbook, IsRefusedByItsChecksum) {
    auto bytes = xlsx("<row><c><v>chart</v></c></row>");
    const auto directory = bytes.rfind("PK\x01\x02");
    bytes[directory + 16] = static_cast<char>(bytes[directory + 16] + 1);
    EXPECT_THAT(refusal_of(options_for(bytes)),
                AllOf(HasSubstr("xl/worksheets/sheet1.xml"), HasSubstr("is damaged: ")));
}

TEST(DamagedWorkbook, IsRefusedWithoutItsParts) {
    for (const std::size_t missing : {2U, 3U}) {
        auto parts = xlsx_parts("<worksheet/>");
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(missing));
        EXPECT_THAT(refusal_of(options_for(zipped(parts))), HasSubstr("is missing"));
    }
}

TEST(FileOfAnotherKind, IsRefusedByItsName) {
    const auto ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s;
    const std::pair<std::string, const char*> cases[] = {
        {ole + std::string("W\0o\0r\0k\0b\0o\0o\0k\0"sv), "before 2007 (.xls)"},
        {ole + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv),
         "with a password"},
        {ole, "an Office file of before 2007"},
        {zipped({{"Index/Tables/Tile.iwa", ""}}), "a workbook of Numbers"},
        {zipped({{"Index.zip", ""}}), "a workbook of Numbers"},
        {zipped({{"[Content_Types].xml", ""}, {"xl/workbook.bin", ""}}), "(.xlsb)"},
        {zipped({{"[Content_Types].xml", ""}, {"word/document.xml", ""}}), "a Word document"},
        {zipped({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", ""}}),
         "an OpenDocument file of another kind"},
        {zipped({{"visits.csv", "chart\n1\n"}}), "a zip file, and no workbook"},
        {"%PDF-1.7\n...", "is a PDF"},
        {"\x89PNG\r\n", "a picture (PNG)"},
        {"HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!", "a SAS transport file"},
        {"{\"patients\": []}", "no JSON object of it holds a value"},
        {" [ [\"chart\", 1] ]", "is JSON"},
        {"<?xml version=\"1.0\"?><Workbook/>", "is XML"},
        {"\xEF\xBB\xBF<html><table>", "a web page"},
        {"SQLite format 3\0..."s, "an SQLite database"},
    };
    for (const auto& [bytes, what] : cases) {
        EXPECT_THAT(refusal_of(options_for(bytes)), HasSubstr(what));
    }
    for (const auto* text : {"{a},b\n1,2\n", "[a],b\n1,2\n", "<5,b\n1,2\n", "PK,b\n1,2\n"}) {
        EXPECT_EQ(refusal_of(options_for(text)), "") << text;
    }
    auto locked = ods_parts("<table:table/>");
    locked.emplace_back("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>");
    EXPECT_THAT(refusal_of(options_for(zipped(locked))), HasSubstr("with a password"));
    EXPECT_THAT(refusal_of(options_for(zipped(xlsx_parts("<worksheet/>"), true))),
                HasSubstr("is encrypted"));
}

TEST(FileOfAnotherKind, ThanItsNameSaysIsReadAsWhatItHoldsAndThatIsSaid) {
    const auto workbook = xlsx("<row><c t=\"str\"><v>chart</v></c></row>");
    const std::string rows = "chart,iga\n1,2\n";
    const std::string objects = "{\"chart\": \"1\"}\n";
    const auto said = [](const std::string& bytes, const std::string& name) {
        return warnings_of(options_for(bytes, name));
    };
    EXPECT_EQ(said(workbook, "visits.CSV"), "visits.CSV: is called .csv, and holds a workbook\n");
    EXPECT_EQ(said(rows, "visits.xlsx"), "visits.xlsx: is called .xlsx, and holds rows of text\n");
    EXPECT_EQ(said(objects, "a.ods"), "a.ods: is called .ods, and holds JSON objects\n");
    EXPECT_EQ(said(workbook, "visits.xlsx") + said(rows, "visits.txt") + said(objects, "a.ndjson"),
              "");
    EXPECT_EQ(said(rows, "visits") + said(rows, "visits.2026") + said(workbook, "-"), "");
}

class ImportOfAHostileWorkbook : public ImportTest {};

TEST_F(ImportOfAHostileWorkbook, ChangesNothing) {
    auto options = rows("patients", "");
    options.content = zipped(xlsx_parts("<!DOCTYPE x><worksheet/>"));
    EXPECT_EQ(refusal(options).size(), 1U);  // which looks that the book is what it was
}

TEST_F(ImportOfAHostileWorkbook, AndTheGoodOneIsImported) {
    auto options = rows("patients", "");
    options.content = xlsx(
        "<row><c t=\"inlineStr\"><is><t>chart</t></is></c><c "
        "t=\"inlineStr\"><is><t>born</t></is></c>"
        "</row><row><c><v>7</v></c><c t=\"d\"><v>1990-01-02</v></c></row>");
    EXPECT_EQ(import(options).records, 1U);
    EXPECT_EQ(all<schema::Patient>().front().chart, "7");
}

}  // namespace
}  // namespace exchange::workbook_hostile_test
