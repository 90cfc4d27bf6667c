#include "app/backup/sealed_file.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include <fcntl.h>
#include <fmt/format.h>

#include "app/backup/sodium.h"
#include "db/file/file.h"
#include "db/file/private_file.h"
#include "schema/types/error.h"

namespace backup {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view mark = "NDLBSEAL";
constexpr std::size_t salt_size = crypto_pwhash_SALTBYTES;
constexpr std::size_t box_size = key_size + crypto_box_SEALBYTES;
// mark, version, how the secret key is had, public key, salt, passes, memory, sealed key
constexpr std::size_t head_size = 8 + 1 + 1 + key_size + salt_size + 8 + 8 + box_size;
constexpr std::size_t stream_head_size = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t chunk_size = 64 * 1024;
constexpr std::size_t chunk_overhead = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t longest_name = 255;
constexpr char version = 1;

static_assert(head_size == 154);

std::string big_end(std::uint64_t number, int bytes) {
    std::string text;
    for (int at = bytes - 1; at >= 0; --at) {
        text += static_cast<char>(number >> (8U * static_cast<unsigned>(at)) & 0xFFU);
    }
    return text;
}

std::uint64_t number_of(std::string_view bytes) {
    std::uint64_t number = 0;
    for (const char each : bytes) {
        number = number << 8U | static_cast<unsigned char>(each);
    }
    return number;
}

schema::Error not_whole(const fs::path& file, std::string_view what) {
    return schema::damaged(file.string(),
                           fmt::format("is not a whole encrypted backup: {}", what),
                           "take another backup");
}

db::File opened(const fs::path& file) {
    auto found = db::File::open_if_there(file, O_RDONLY);
    if (!found) {
        throw schema::missing(file.string(), "is not there", "name a backup");
    }
    return std::move(*found);
}

struct Head {
    Recipient recipient;
    std::string bytes;  // all of it: the stream answers for them
    std::string_view box() const { return std::string_view(bytes).substr(head_size - box_size); }
};

std::string head_bytes(const Recipient& recipient, std::string_view box) {
    const auto stretch = recipient.stretch.value_or(Stretch{});
    std::string bytes(mark);
    bytes += version;
    bytes += recipient.stretch ? '\1' : '\0';
    bytes.append(recipient.public_key.begin(), recipient.public_key.end());
    bytes.append(stretch.salt.begin(), stretch.salt.end());
    bytes += big_end(stretch.passes, 8) + big_end(stretch.memory, 8);
    return bytes.append(box);
}

Head read_head(const db::File& file, const fs::path& path) {
    Head head{.bytes = file.read_at(0, head_size)};
    const std::string_view bytes = head.bytes;
    if (bytes.size() < head_size || !bytes.starts_with(mark)) {
        throw not_whole(path, "its first bytes are others");
    }
    if (bytes[8] != version) {
        throw schema::damaged(path.string(),
                              fmt::format("is of version {} of the format, this program knows {}",
                                          static_cast<int>(static_cast<unsigned char>(bytes[8])),
                                          static_cast<int>(version)),
                              "restore it with a newer Needlebook");
    }
    auto rest = bytes.substr(10);
    auto& recipient = head.recipient;
    std::copy_n(rest.begin(), key_size, recipient.public_key.begin());
    rest.remove_prefix(key_size);
    if (bytes[9] == '\1') {
        Stretch stretch;
        std::copy_n(rest.begin(), salt_size, stretch.salt.begin());
        stretch.passes = number_of(rest.substr(salt_size, 8));
        stretch.memory = number_of(rest.substr(salt_size + 8, 8));
        recipient.stretch = stretch;
    } else if (bytes[9] != '\0') {
        throw not_whole(path, "nobody knows how its key is had");
    }
    return head;
}

using Stream = crypto_secretstream_xchacha20poly1305_state;

// Plain bytes in, chunks out. What is written last is marked as the end.
class Sealing {
  public:
    Sealing(db::PrivateFile& out, const Head& head, const db::Wiped& key)
        : out_(out), head_(head.bytes) {
        std::string stream_head(stream_head_size, '\0');
        crypto_secretstream_xchacha20poly1305_init_push(
            &stream_, raw(stream_head), raw(key.view()));
        out_.write(head_);
        out_.write(stream_head);
    }
    ~Sealing() {
        sodium_memzero(&stream_, sizeof stream_);
        db::wipe(pending_);
    }
    Sealing(const Sealing&) = delete;
    Sealing& operator=(const Sealing&) = delete;

    void write(std::string_view bytes) {
        pending_ += bytes;
        while (pending_.size() > chunk_size) {
            push(std::string_view(pending_).substr(0, chunk_size), false);
            pending_.erase(0, chunk_size);
        }
    }
    void end() { push(pending_, true); }

  private:
    void push(std::string_view bytes, bool is_last) {
        std::string chunk(bytes.size() + chunk_overhead, '\0');
        crypto_secretstream_xchacha20poly1305_push(
            &stream_,
            raw(chunk),
            nullptr,
            raw(bytes),
            bytes.size(),
            is_first_ ? raw(head_) : nullptr,
            is_first_ ? head_.size() : 0,
            is_last
                ? static_cast<unsigned char>(crypto_secretstream_xchacha20poly1305_TAG_FINAL)
                : static_cast<unsigned char>(crypto_secretstream_xchacha20poly1305_TAG_MESSAGE));
        is_first_ = false;
        out_.write(chunk);
    }

    db::PrivateFile& out_;
    const std::string head_;
    Stream stream_{};
    std::string pending_;
    bool is_first_ = true;
};

// The plain bytes of the chunks, one after the other; nothing is given out that is not proved.
class Unsealing {
  public:
    Unsealing(const fs::path& path, const db::Wiped& key) : path_(path), file_(opened(path)) {
        head_ = read_head(file_, path).bytes;
        const auto stream_head = file_.read_at(head_size, stream_head_size);
        if (stream_head.size() < stream_head_size ||
            crypto_secretstream_xchacha20poly1305_init_pull(
                &stream_, raw(std::string_view(stream_head)), raw(key.view())) != 0) {
            throw not_whole(path, "its stream does not begin");
        }
        at_ = static_cast<off_t>(head_size + stream_head_size);
    }
    ~Unsealing() {
        sodium_memzero(&stream_, sizeof stream_);
        db::wipe(plain_);
    }
    Unsealing(const Unsealing&) = delete;
    Unsealing& operator=(const Unsealing&) = delete;

    // At most so many bytes, and at least one; nothing at the end.
    std::string_view some(std::size_t most) {
        while (taken_ == plain_.size() && !is_ended_) {
            pull();
        }
        const auto part = std::string_view(plain_).substr(taken_, most);
        taken_ += part.size();
        return part;
    }
    std::string exactly(std::size_t size) {
        std::string bytes;
        while (bytes.size() < size) {
            const auto part = some(size - bytes.size());
            if (part.empty()) {
                throw not_whole(path_, "a file in it is cut off");
            }
            bytes += part;
        }
        return bytes;
    }
    bool is_at_end() {
        while (taken_ == plain_.size() && !is_ended_) {
            pull();
        }
        return taken_ == plain_.size();
    }
    // What follows the end was not written by us.
    void refuse_more() const {
        if (!file_.read_at(at_, 1).empty()) {
            throw not_whole(path_, "something follows its end");
        }
    }

  private:
    void pull() {
        const auto chunk = file_.read_at(at_, chunk_size + chunk_overhead);
        if (chunk.size() < chunk_overhead) {
            throw not_whole(path_, "it is cut off");
        }
        plain_.resize(chunk.size() - chunk_overhead);
        unsigned char tag = 0;
        if (crypto_secretstream_xchacha20poly1305_pull(
                &stream_,
                raw(plain_),
                nullptr,
                &tag,
                raw(std::string_view(chunk)),
                chunk.size(),
                is_first_ ? raw(std::string_view(head_)) : nullptr,
                is_first_ ? head_.size() : 0) != 0) {
            throw not_whole(path_,
                            fmt::format("bytes from {} on are not as they were written", at_));
        }
        is_first_ = false;
        at_ += static_cast<off_t>(chunk.size());
        taken_ = 0;
        is_ended_ = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    }

    const fs::path path_;
    const db::File file_;
    std::string head_;
    Stream stream_{};
    off_t at_ = 0;
    std::string plain_;
    std::size_t taken_ = 0;
    bool is_first_ = true;
    bool is_ended_ = false;
};

void write_part(Sealing& sealing, const Part& part) {
    const auto file = opened(part.file);
    const auto size = static_cast<std::uint64_t>(file.status().st_size);
    sealing.write(big_end(part.name.size(), 2) + part.name + big_end(size, 8));
    for (std::uint64_t at = 0; at < size;) {
        const auto bytes = file.read_at(static_cast<off_t>(at),
                                        std::min<std::uint64_t>(size - at, 16 * chunk_size));
        if (bytes.empty()) {
            throw schema::unavailable(
                part.file.string(), "became shorter", "make the backup again");
        }
        sealing.write(bytes);
        at += bytes.size();
    }
}

// A name is an ending, never a way to another folder.
bool is_name(std::string_view name) {
    return name.find('/') == std::string_view::npos && name.find('\0') == std::string_view::npos &&
           (name.empty() || name.front() == '.');
}

}  // namespace

db::Wiped seal(const std::vector<Part>& parts, const Recipient& recipient, const fs::path& to) {
    start_sodium();
    std::string key(crypto_secretstream_xchacha20poly1305_KEYBYTES, '\0');
    crypto_secretstream_xchacha20poly1305_keygen(raw(key));
    db::Wiped stream_key(std::move(key));
    std::string box(box_size, '\0');
    if (crypto_box_seal(raw(box),
                        raw(stream_key.view()),
                        stream_key.view().size(),
                        recipient.public_key.data()) != 0) {
        throw schema::refused("backup key",
                              "is no public key",
                              "make another",
                              "needlebook backup key make --sheet FILE.html");
    }
    db::PrivateFile out(to);
    Sealing sealing(out, {recipient, head_bytes(recipient, box)}, stream_key);
    for (const auto& part : parts) {
        write_part(sealing, part);
    }
    sealing.end();
    out.close();
    return stream_key;
}

Recipient recipient_of(const fs::path& sealed) {
    return read_head(opened(sealed), sealed).recipient;
}

bool is_sealed(const fs::path& file) {
    try {
        const auto found = db::File::open_if_there(file, O_RDONLY);
        return found && found->read_at(0, mark.size()) == mark;
    } catch (const schema::Error&) {
        return false;
    }
}

db::Wiped stream_key(const fs::path& sealed, const db::Wiped& secret) {
    start_sodium();
    const auto head = read_head(opened(sealed), sealed);
    if (!opens(secret, head.recipient)) {
        throw schema::refused(
            sealed.string(),
            fmt::format("is encrypted for the key {}, which this one is not",
                        fingerprint_of(head.recipient)),
            "take the sheet with this fingerprint, or the passphrase that was in use then");
    }
    std::string key(box_size - crypto_box_SEALBYTES, '\0');
    if (crypto_box_seal_open(raw(key),
                             raw(head.box()),
                             box_size,
                             head.recipient.public_key.data(),
                             raw(secret.view())) != 0) {
        throw not_whole(sealed, "its key cannot be opened");
    }
    return db::Wiped(std::move(key));
}

void unseal(const fs::path& sealed, const db::Wiped& stream_key, const fs::path& base) {
    start_sodium();
    Unsealing plain(sealed, stream_key);
    while (!plain.is_at_end()) {
        const auto name = plain.exactly(number_of(plain.exactly(2)));
        if (name.size() > longest_name || !is_name(name)) {
            throw not_whole(sealed, "a name in it is none");
        }
        auto left = number_of(plain.exactly(8));
        db::PrivateFile out(base.string() + name);
        while (left > 0) {
            const auto part = plain.some(std::min<std::uint64_t>(left, chunk_size));
            if (part.empty()) {
                throw not_whole(sealed, "a file in it is cut off");
            }
            out.write(part);
            left -= part.size();
        }
        out.close();
    }
    plain.refuse_more();
}

}  // namespace backup
