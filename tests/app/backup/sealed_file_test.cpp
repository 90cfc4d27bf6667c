#include "app/backup/sealed_file.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/types/error.h"
#include "tests/support/temporary_folder.h"

namespace backup::sealed_file_test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr std::size_t chunk = 64 * 1024;
constexpr std::size_t name_and_size = 2 + 8;  // before the bytes of a part with no name

class SealedFile : public testing::Test {
  protected:
    static std::string bytes_of(const fs::path& file) {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    static fs::path put(const fs::path& file, const std::string& bytes) {
        std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
        return file;
    }
    static std::string made_up(std::size_t size) {
        std::string bytes;
        for (std::size_t at = 0; at < size; ++at) {
            bytes += static_cast<char>(at * 2654435761U >> 13U);
        }
        return bytes;
    }
    // Nothing when it opens.
    std::string fault_of(const fs::path& sealed) {
        const auto base = folder_.path() / ("opened" + std::to_string(++opened_));
        try {
            unseal(sealed, stream_key(sealed, key_.secret), base);
        } catch (const schema::Error& error) {
            return error.problems().front().what;
        }
        return "";
    }

    support::TemporaryFolder folder_;
    NewKey key_ = new_key();
    fs::path sealed_ = folder_ / "one.sealed";
    int opened_ = 0;
};

TEST_F(SealedFile, GivesEveryPartBackWhateverItsSize) {
    int number = 0;
    for (const auto size : {std::size_t{0},
                            std::size_t{1},
                            chunk - name_and_size - 1,
                            chunk - name_and_size,
                            chunk - name_and_size + 1,
                            2 * chunk,
                            std::size_t{1'500'000}}) {
        const auto book = put(folder_ / "book", made_up(size));
        const auto head = put(folder_ / "head", "128 bytes");
        const auto to = folder_.path() / (std::to_string(++number) + ".sealed");
        const auto stream = seal({{"", book}, {".head", head}}, key_.recipient, to);
        const auto opened = stream_key(to, key_.secret);
        EXPECT_EQ(opened, stream);
        const auto base = folder_.path() / ("back" + std::to_string(number));
        unseal(to, opened, base);
        EXPECT_EQ(bytes_of(base), made_up(size)) << size;
        EXPECT_EQ(bytes_of(base.string() + ".head"), "128 bytes");
        EXPECT_EQ(fs::status(base).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    }
}

TEST_F(SealedFile, HasNothingOfTheBookInIt) {
    const auto book = put(folder_ / "book", "Huda Saleh, 1996-04-02");
    seal({{"", book}}, key_.recipient, sealed_);
    EXPECT_THAT(bytes_of(sealed_), testing::Not(HasSubstr("Huda")));
    EXPECT_TRUE(is_sealed(sealed_));
    EXPECT_FALSE(is_sealed(book));
    EXPECT_EQ(recipient_of(sealed_), key_.recipient);
}

TEST_F(SealedFile, NamesTheKeyThatIsWanted) {
    seal({{"", put(folder_ / "book", "x")}}, key_.recipient, sealed_);
    try {
        stream_key(sealed_, new_key().secret);
        FAIL() << "another key opened it";
    } catch (const schema::Error& error) {
        EXPECT_EQ(error.fault(), schema::Fault::refused);
        EXPECT_THAT(error.problems().front().what, HasSubstr(fingerprint_of(key_.recipient)));
    }
}

TEST_F(SealedFile, NoticesEveryBitThatIsNotAsItWasWritten) {
    seal({{"", put(folder_ / "book", made_up(300))}, {".head", put(folder_ / "head", "h")}},
         key_.recipient,
         sealed_);
    const auto whole = bytes_of(sealed_);
    const auto other = folder_ / "other.sealed";
    int tried = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        auto bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << (at % 8)));
        put(other, bytes);
        EXPECT_NE(fault_of(other), "") << "byte " << at;
        ++tried;
    }
    EXPECT_GT(tried, 450);
    EXPECT_EQ(fault_of(put(other, whole)), "") << "and takes it as it was";
}

TEST_F(SealedFile, NoticesEachLengthThatIsTooShortAndWhatFollows) {
    seal({{"", put(folder_ / "book", made_up(3 * chunk))}}, key_.recipient, sealed_);
    const auto whole = bytes_of(sealed_);
    const auto other = folder_ / "other.sealed";
    constexpr std::size_t head = 154 + 24;
    for (const auto length : {std::size_t{0},
                              std::size_t{8},
                              std::size_t{153},
                              head - 1,
                              head,
                              head + 16,
                              head + chunk + 17,  // whole chunks, and the last one is missing
                              head + 2 * (chunk + 17),
                              whole.size() - 1}) {
        EXPECT_NE(fault_of(put(other, whole.substr(0, length))), "") << length;
    }
    EXPECT_NE(fault_of(put(other, whole + "x")), "");
    seal({{"", put(folder_ / "book", made_up(chunk - name_and_size))}},
         key_.recipient,
         folder_ / "full.sealed");  // its one chunk is as long as can be
    EXPECT_EQ(fault_of(put(other, bytes_of(folder_ / "full.sealed") + "x")),
              "is not a whole encrypted backup: something follows its end");
}

TEST_F(SealedFile, NoticesChunksInAnotherOrder) {
    seal({{"", put(folder_ / "book", made_up(4 * chunk))}}, key_.recipient, sealed_);
    auto bytes = bytes_of(sealed_);
    constexpr std::size_t head = 154 + 24;
    constexpr std::size_t sealed_chunk = chunk + 17;
    const auto second = bytes.substr(head + sealed_chunk, sealed_chunk);
    bytes.replace(head + sealed_chunk, sealed_chunk, bytes.substr(head, sealed_chunk));
    bytes.replace(head, sealed_chunk, second);
    EXPECT_THAT(fault_of(put(folder_ / "other.sealed", bytes)), HasSubstr("not as they were"));
}

TEST_F(SealedFile, OfANewerFormatIsSaidToBeSo) {
    seal({{"", put(folder_ / "book", "x")}}, key_.recipient, sealed_);
    auto bytes = bytes_of(sealed_);
    bytes[8] = 2;
    EXPECT_THAT(fault_of(put(folder_ / "other.sealed", bytes)), HasSubstr("is of version 2"));
}

TEST_F(SealedFile, LeavesNoHalfFileWhereAPartIsMissing) {
    EXPECT_THROW(seal({{"", folder_ / "nothing"}}, key_.recipient, sealed_), schema::Error);
    EXPECT_FALSE(fs::exists(sealed_));
    EXPECT_FALSE(fs::exists(sealed_.string() + ".unfinished"));
}

}  // namespace
}  // namespace backup::sealed_file_test
