#include "app/backup/sealed_stream.h"

#include <algorithm>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>

namespace backup {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t salt_size = crypto_pwhash_SALTBYTES;
// mark, version, how the secret key is had, public key, salt, passes, memory, sealed key
constexpr std::size_t head_size = 8 + 1 + 1 + key_size + salt_size + 8 + 8 + sealed_box_size;
constexpr std::size_t stream_head_size = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t chunk_overhead = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t longest_part_name = 255;
constexpr char format_version = 1;

static_assert(head_size == 154);

// A name is an ending, never a way to another folder.
bool is_part_name(std::string_view name) {
    return name.size() <= longest_part_name && name.find('/') == std::string_view::npos &&
           name.find('\0') == std::string_view::npos && (name.empty() || name.front() == '.');
}

}  // namespace

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

std::string_view SealedHead::box() const {
    return std::string_view(bytes).substr(head_size - sealed_box_size);
}

SealedHead sealed_head(const Recipient& recipient, std::string_view box) {
    const auto stretch = recipient.stretch.value_or(Stretch{});
    std::string bytes(sealed_mark);
    bytes += format_version;
    bytes += recipient.stretch ? '\1' : '\0';
    bytes.append(recipient.public_key.begin(), recipient.public_key.end());
    bytes.append(stretch.salt.begin(), stretch.salt.end());
    bytes += big_end(stretch.passes, 8) + big_end(stretch.memory, 8);
    bytes += box;
    return {recipient, std::move(bytes)};
}

SealedHead read_sealed_head(const db::File& file, const fs::path& path) {
    SealedHead head{.recipient = {}, .bytes = file.read_at(0, head_size)};
    const std::string_view bytes = head.bytes;
    if (bytes.size() < head_size || !bytes.starts_with(sealed_mark)) {
        throw not_whole(path, "its first bytes are others");
    }
    if (bytes[8] != format_version) {
        throw schema::damaged(path.string(),
                              fmt::format("is of version {} of the format, this program knows {}",
                                          static_cast<int>(static_cast<unsigned char>(bytes[8])),
                                          static_cast<int>(format_version)),
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

Sealing::Sealing(db::PrivateFile& out, const SealedHead& head, const db::Wiped& key)
    : out_(out), head_(head.bytes) {
    std::string stream_head(stream_head_size, '\0');
    crypto_secretstream_xchacha20poly1305_init_push(&stream_, raw(stream_head), raw(key.view()));
    out_.write(head_);
    out_.write(stream_head);
}

Sealing::~Sealing() {
    sodium_memzero(&stream_, sizeof stream_);
    db::wipe(pending_);
}

void Sealing::write(std::string_view bytes) {
    // Before the end a whole chunk waits, which may be the last.
    while (pending_.size() + bytes.size() > sealed_chunk_size) {
        const auto taken = sealed_chunk_size - pending_.size();
        pending_ += bytes.substr(0, taken);
        bytes.remove_prefix(taken);
        push(pending_, false);
        pending_.clear();
    }
    pending_ += bytes;
}

void Sealing::end() {
    push(pending_, true);
}

void Sealing::push(std::string_view bytes, bool is_last) {
    std::string chunk(bytes.size() + chunk_overhead, '\0');
    crypto_secretstream_xchacha20poly1305_push(
        &stream_,
        raw(chunk),
        nullptr,
        raw(bytes),
        bytes.size(),
        is_first_ ? raw(head_) : nullptr,
        is_first_ ? head_.size() : 0,
        is_last ? static_cast<unsigned char>(crypto_secretstream_xchacha20poly1305_TAG_FINAL)
                : static_cast<unsigned char>(crypto_secretstream_xchacha20poly1305_TAG_MESSAGE));
    is_first_ = false;
    out_.write(chunk);
}

Unsealing::Unsealing(const fs::path& path, const db::Wiped& key)
    : path_(path), file_(opened(path)), head_(read_sealed_head(file_, path).bytes) {
    const auto stream_head = file_.read_at(head_size, stream_head_size);
    if (stream_head.size() < stream_head_size ||
        crypto_secretstream_xchacha20poly1305_init_pull(
            &stream_, raw(std::string_view(stream_head)), raw(key.view())) != 0) {
        throw not_whole(path, "its stream does not begin");
    }
    at_ = static_cast<off_t>(head_size + stream_head_size);
}

Unsealing::~Unsealing() {
    sodium_memzero(&stream_, sizeof stream_);
    db::wipe(plain_);
}

std::string_view Unsealing::some(std::size_t most) {
    while (taken_ == plain_.size() && !is_ended_) {
        pull();
    }
    const auto part = std::string_view(plain_).substr(taken_, most);
    taken_ += part.size();
    return part;
}

std::string Unsealing::exactly(std::size_t size) {
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

bool Unsealing::is_at_end() {
    while (taken_ == plain_.size() && !is_ended_) {
        pull();
    }
    return taken_ == plain_.size();
}

void Unsealing::refuse_more() const {
    if (!file_.read_at(at_, 1).empty()) {
        throw not_whole(path_, "something follows its end");
    }
}

Unsealing::Part Unsealing::part() {
    auto name = exactly(number_of(exactly(2)));
    if (!is_part_name(name)) {
        throw not_whole(path_, "a name in it is none");
    }
    const auto size = number_of(exactly(8));
    return {std::move(name), size};
}

void Unsealing::pull() {
    const auto chunk = file_.read_at(at_, sealed_chunk_size + chunk_overhead);
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
        throw not_whole(path_, fmt::format("bytes from {} on are not as they were written", at_));
    }
    is_first_ = false;
    at_ += static_cast<off_t>(chunk.size());
    taken_ = 0;
    is_ended_ = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
}

}  // namespace backup
