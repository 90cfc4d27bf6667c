#include "db/key/last_seen.h"

#include <charconv>
#include <string>

#include <fcntl.h>
#include <fmt/format.h>

#include "db/file/file.h"
#include "db/key/key_files.h"
#include "db/ledger/sha256.h"

namespace db {

namespace {

namespace fs = std::filesystem;

// Lines of one length, so that the file is written in one piece, within a sector: its name, two
// ends (seq, hash), and the first half of SHA-256 over what stands before.
constexpr std::string_view title = "needlebook last seen 1\n";
constexpr std::size_t seq_digits = 19;
constexpr std::size_t hash_digits = 64;
constexpr std::size_t end_size = seq_digits + 1 + hash_digits + 1;
constexpr std::size_t text_size = title.size() + 2 * end_size;
constexpr std::size_t seal_digits = 32;
constexpr std::size_t seen_size = text_size + seal_digits + 1;
static_assert(seen_size <= 512);

std::string text_of(const Head& one, const Head& other) {
    std::string text(title);
    for (const auto& end : {one, other}) {
        text += fmt::format("{:0{}} {}\n", end.seq, seq_digits, hex(end.hash));
    }
    return text + hex(sha256(text)).substr(0, seal_digits) + "\n";
}

std::optional<Head> end_in(std::string_view line) {
    Head end{.hash = hash_of_hex(line.substr(seq_digits + 1, hash_digits))};
    const auto* const digits = line.data();
    const bool is_number =
        std::from_chars(digits, digits + seq_digits, end.seq).ptr == digits + seq_digits;
    return is_number ? std::optional(end) : std::nullopt;
}

void put_text(const fs::path& path, const std::string& text, int flags, bool is_synced) {
    const auto file = File::open_if_there(last_seen_file(path), O_WRONLY | flags);
    if (!file) {
        return;
    }
    file->write(0, text);
    if (is_synced) {
        file->sync();
    }
}

std::vector<Head> ends_of(const fs::path& path) {
    try {
        const auto file = File::open_if_there(last_seen_file(path), O_RDONLY);
        if (!file) {
            return {};
        }
        const auto text = file->read_at(0, seen_size + 1);
        if (text.size() != seen_size || !text.starts_with(title)) {
            return {};
        }
        const auto one = end_in(std::string_view(text).substr(title.size(), end_size));
        const auto other = end_in(std::string_view(text).substr(title.size() + end_size, end_size));
        if (!one || !other || text_of(*one, *other) != text) {
            return {};
        }
        return *one == *other ? std::vector{*one} : std::vector{*one, *other};
    } catch (const std::exception&) {
        return {};  // a folder that cannot be looked into tells nothing
    }
}

}  // namespace

fs::path last_seen_file(const fs::path& path) {
    return keys_folder() / (hex(sha256(path.string())).substr(0, 32) + ".last");
}

std::vector<std::vector<Head>> last_seen(const BookNames& book) {
    std::vector<std::vector<Head>> known;
    for (const auto& path : book.all()) {
        if (auto ends = ends_of(path); !ends.empty()) {
            known.push_back(std::move(ends));
        }
    }
    return known;
}

void note_last_seen(const BookNames& book, const Head& end) noexcept {
    try {
        for (const auto& path : book.all()) {
            put_text(path, text_of(end, end), O_CREAT, false);
        }
    } catch (const std::exception&) {
        // It lags behind.
    }
}

void allow_last_seen(const BookNames& book, const Head& end) {
    for (const auto& path : book.all()) {
        if (const auto known = ends_of(path); !known.empty()) {
            put_text(path, text_of(known.front(), end), 0, true);
        }
    }
}

void forget_last_seen(const BookNames& book) {
    if (keys_folder_problem()) {
        return;
    }
    for (const auto& path : book.all()) {
        remove_if_there(last_seen_file(path));
    }
}

}  // namespace db
