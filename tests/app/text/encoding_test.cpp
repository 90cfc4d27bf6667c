#include "app/text/encoding.h"

#include <optional>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "schema/types/error.h"

using namespace std::string_view_literals;

namespace exchange::encoding_test {
namespace {

struct Case {
    std::string_view bytes;
    std::optional<std::string> told;
    std::string_view text;
    std::string_view encoding;
};

TEST(Encoding, ReadsWhatIsMarkedEvidentOrTold) {
    const Case cases[] = {
        {"", {}, "", "UTF-8"},
        {"a,ʤ\n", {}, "a,ʤ\n", "UTF-8"},
        {"\xEF\xBB\xBF"
         "a",
         {},
         "a",
         "UTF-8"},
        {"\xEF\xBB\xBF"
         "a",
         "utf8",
         "a",
         "UTF-8"},
        {"\xFF\xFE"
         "a\0,\0\xA4\2"sv,
         {},
         "a,ʤ",
         "UTF-16LE"},
        {"\xFE\xFF\0a\0,\2\xA4"sv, {}, "a,ʤ", "UTF-16BE"},
        {"\xFF\xFE"
         "a\0"sv,
         "utf-16",
         "a",
         "UTF-16LE"},
        {"\xFF\xFE"
         "a\0"sv,
         "UTF-16LE",
         "a",
         "UTF-16LE"},
        {"a\0,\0b\0\n\0"sv, {}, "a,b\n", "UTF-16LE"},
        {"\0a\0,\0b\0\n"sv, {}, "a,b\n", "UTF-16BE"},
        {"a\0\n\0"sv, "utf-16", "a\n", "UTF-16LE"},
        {"\x3D\xD8\x00\xDE"sv, "utf-16le", "😀", "UTF-16LE"},
        {"\xFF\xFE\0\0a\0\0\0"sv, {}, "a", "UTF-32LE"},
        {"caf\xE9", "latin1", "café", "ISO-8859-1"},
        {"it\x92s", "windows-1252", "it’s", "windows-1252"},
        {"\xC3\xCD\xE3\xCF", "cp1256", "أحمد", "windows-1256"},
    };
    for (const auto& [bytes, told, text, encoding] : cases) {
        SCOPED_TRACE(testing::PrintToString(bytes) + " " + told.value_or("untold"));
        const auto decoded = decode(bytes, "f.csv", told);
        EXPECT_EQ(decoded.text(), text);
        EXPECT_EQ(decoded.encoding(), encoding);
    }
}

struct Refusal {
    std::string_view bytes;
    std::optional<std::string> told;
    std::string where;
    std::string what;
};

TEST(Encoding, RefusesWhatItCannotReadAndSaysWhere) {
    const Refusal refusals[] = {
        {"a,b\n1,caf\xE9\n",
         "utf8",
         "f.csv:2",
         "character 6 of the line: 0xE9 (byte 10 of the file) is not UTF-8 text"},
        {"a,b\n1,Jos\x8E\n",
         {},
         "f.csv:2",
         "character 6 of the line: 0x8E (byte 10 of the file) is not UTF-8 text"},
        {"\xEF\xBB\xBF\xE9",
         {},
         "f.csv:1",
         "character 1 of the line: 0xE9 (byte 4 of the file) is not UTF-8 text"},
        {"a\nb\0c, and more of it"sv,
         {},
         "f.csv:2",
         "line 2 has a zero byte (byte 4 of the file), as no text has"},
        // csvkit's null_byte.csv: no pair of UTF-16 ends a line here.
        {"a,b,c\n\0,2,3\n"sv,
         {},
         "f.csv:2",
         "line 2 has a zero byte (byte 7 of the file), as no text has"},
        {"a\xE9",
         "utf-8",
         "f.csv:1",
         "character 2 of the line: 0xE9 (byte 2 of the file) is not UTF-8 text"},
        {"\xFF\xFE"
         "a\0\n\0\x00\xD8"
         "b\0"sv,
         {},
         "f.csv:2",
         "character 1 of the line: 0x00 0xD8 (byte 7 of the file) is not UTF-16LE"},
        {"\xFF\xFE"
         "a\0b"sv,
         {},
         "f.csv:1",
         "character 2 of the line: 0x62 (byte 5 of the file) is not UTF-16LE"},
        {"\xFF\xFE"
         "a\0\0\0"sv,
         {},
         "f.csv:1",
         "character 2 of the line: as UTF-16LE it is a control character, U+0000"},
        {"it\x92s",
         "latin1",
         "f.csv:1",
         "character 3 of the line: as ISO-8859-1 it is a control character, U+0092"},
        {"a\x81",
         "windows-1252",
         "f.csv:1",
         "character 2 of the line: as windows-1252 it is a control character, U+0081"},
        {"\x80",
         "us-ascii",
         "f.csv:1",
         "character 1 of the line: 0x80 (byte 1 of the file) is not US-ASCII"},
        {"\xEF\xBB\xBF"
         "a",
         "latin1",
         "f.csv",
         "it starts with the byte-order mark of UTF-8, so it is not latin1"},
        {"\xFF\xFE"
         "a\0"sv,
         "utf-16be",
         "f.csv",
         "it starts with the byte-order mark of UTF-16LE, so it is not utf-16be"},
        {"\x2D\x06\x45\x06",
         "utf-16",
         "f.csv",
         "it has no byte-order mark, and the order of its bytes is not evident"},
    };
    for (const auto& [bytes, told, where, what] : refusals) {
        SCOPED_TRACE(testing::PrintToString(bytes) + " " + told.value_or("untold"));
        try {
            decode(bytes, "f.csv", told);
            ADD_FAILURE() << "was read";
        } catch (const schema::Error& error) {
            EXPECT_EQ(error.fault(), schema::Fault::refused);
            EXPECT_EQ(error.problems().front().where, where);
            EXPECT_EQ(error.problems().front().what, what);
        }
    }
}

TEST(Encoding, RemedyForBytesThatAreNotUtf8NamesLatin1) {
    try {
        decode("Jos\x8E", "f.csv");
        FAIL();
    } catch (const schema::Error& error) {
        EXPECT_NE(error.problems().front().remedy.find("--encoding latin1"), std::string::npos);
    }
}

TEST(Encoding, CallsAnUnknownNameAMisuse) {
    for (const std::string told : {"", "utf-9", "latin1,swaplfnl", "klingon"}) {
        SCOPED_TRACE(told);
        try {
            decode("a", "f.csv", told);
            ADD_FAILURE() << "was read";
        } catch (const schema::Error& error) {
            EXPECT_EQ(error.fault(), schema::Fault::misused);
        }
    }
}

TEST(Encoding, DoesNotCopySoundUtf8) {
    const std::string bytes =
        "\xEF\xBB\xBF"
        "a,b\n";
    EXPECT_EQ(decode(bytes, "f.csv").text().data(), bytes.data() + 3);
}

TEST(Encoding, KeepsPairsThatFallBetweenTwoPiecesOfTheConversion) {
    for (const std::size_t before : {8190U, 8191U, 8192U}) {
        std::string bytes = "\xFF\xFE";
        for (std::size_t i = 0; i < before; ++i) {
            bytes += "a\0"sv;
        }
        bytes += "\x3D\xD8\x00\xDE"sv;
        EXPECT_EQ(decode(bytes, "f.csv").text(), std::string(before, 'a') + "😀");
    }
}

}  // namespace
}  // namespace exchange::encoding_test
