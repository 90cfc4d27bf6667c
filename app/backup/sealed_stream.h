#pragma once
// The bytes of encrypted files: a head, and after it a stream of chunks. For the .cpp files of this
// folder that seal and open; docs/backup-format.md has the bytes.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "app/backup/recovery_key.h"
#include "app/backup/sodium.h"
#include "db/file/file.h"
#include "db/file/private_file.h"
#include "db/file/wiped.h"
#include "schema/types/error.h"

namespace backup {

inline constexpr std::string_view sealed_mark = "NDLBSEAL";
inline constexpr std::size_t sealed_box_size = key_size + crypto_box_SEALBYTES;
inline constexpr std::size_t sealed_chunk_size = 64 * 1024;  // of plain bytes

// A number as so many bytes, the highest first; and back.
std::string big_end(std::uint64_t number, int bytes);
std::uint64_t number_of(std::string_view bytes);

// What is wrong with a file that is to be opened.
schema::Error not_whole(const std::filesystem::path& file, std::string_view what);

// Throws schema::Error (missing) where there is no such file.
db::File opened(const std::filesystem::path& file);

struct SealedHead {
    Recipient recipient;
    std::string bytes;  // all of it: the stream answers for them
    // The key of the stream, sealed for the recipient.
    std::string_view box() const;
};

SealedHead sealed_head(const Recipient& recipient, std::string_view box);
// Throws schema::Error (damaged).
SealedHead read_sealed_head(const db::File& file, const std::filesystem::path& path);

// Plain bytes in, chunks out. What is written last is marked as the end.
class Sealing {
  public:
    Sealing(db::PrivateFile& out, const SealedHead& head, const db::Wiped& key);
    ~Sealing();
    Sealing(const Sealing&) = delete;
    Sealing& operator=(const Sealing&) = delete;

    void write(std::string_view bytes);
    void end();

  private:
    void push(std::string_view bytes, bool is_last);

    db::PrivateFile& out_;
    const std::string head_;
    crypto_secretstream_xchacha20poly1305_state stream_{};
    std::string pending_;
    bool is_first_ = true;
};

// The plain bytes of the chunks, one after the other; nothing is given out that is not proved.
// Everything here throws schema::Error (damaged).
class Unsealing {
  public:
    Unsealing(const std::filesystem::path& path, const db::Wiped& key);
    ~Unsealing();
    Unsealing(const Unsealing&) = delete;
    Unsealing& operator=(const Unsealing&) = delete;

    // At most so many bytes, and at least one; nothing at the end.
    std::string_view some(std::size_t most);
    std::string exactly(std::size_t size);
    bool is_at_end();
    // What follows the end was not written by us.
    void refuse_more() const;

    // What is next: the name and the size of a part, whose bytes follow.
    struct Part {
        std::string name;
        std::uint64_t size = 0;
    };
    Part part();

  private:
    void pull();

    const std::filesystem::path path_;
    const db::File file_;
    std::string head_;
    crypto_secretstream_xchacha20poly1305_state stream_{};
    off_t at_ = 0;
    std::string plain_;
    std::size_t taken_ = 0;
    bool is_first_ = true;
    bool is_ended_ = false;
};

}  // namespace backup
