#include "app/backup/sealed_file.h"

#include <algorithm>
#include <string_view>

#include <fcntl.h>
#include <fmt/format.h>

#include "app/backup/sealed_stream.h"

namespace backup {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view filling = ".filling";

std::string before_part(std::string_view name, std::uint64_t size) {
    return big_end(name.size(), 2) + std::string(name) + big_end(size, 8);
}

void write_part(Sealing& sealing, const Part& part) {
    const auto file = opened(part.file);
    const auto size = static_cast<std::uint64_t>(file.status().st_size);
    sealing.write(before_part(part.name, size));
    for (std::uint64_t at = 0; at < size;) {
        const auto bytes = file.read_at(static_cast<off_t>(at),
                                        std::min<std::uint64_t>(size - at, 16 * sealed_chunk_size));
        if (bytes.empty()) {
            throw schema::unavailable(
                part.file.string(), "became shorter", "make the backup again");
        }
        sealing.write(bytes);
        at += bytes.size();
    }
}

// The key of the stream, and it sealed for the recipient.
struct StreamKey {
    db::Wiped key;
    std::string box;
};

StreamKey new_stream_key(const Recipient& recipient) {
    start_sodium();
    std::string key(crypto_secretstream_xchacha20poly1305_KEYBYTES, '\0');
    crypto_secretstream_xchacha20poly1305_keygen(raw(key));
    StreamKey made{db::Wiped(std::move(key)), std::string(sealed_box_size, '\0')};
    if (crypto_box_seal(raw(made.box),
                        raw(made.key.view()),
                        made.key.view().size(),
                        recipient.public_key.data()) != 0) {
        throw schema::refused("backup key",
                              "is no public key",
                              "make another",
                              "needlebook backup key make --sheet FILE.html");
    }
    return made;
}

template <class Write>
db::Wiped seal_what(const Recipient& recipient, const fs::path& to, const Write& write) {
    auto made = new_stream_key(recipient);
    db::PrivateFile out(to);
    Sealing sealing(out, sealed_head(recipient, made.box), made.key);
    write(sealing);
    sealing.end();
    out.close();
    return std::move(made.key);
}

}  // namespace

db::Wiped seal(const std::vector<Part>& parts, const Recipient& recipient, const fs::path& to) {
    return seal_what(recipient, to, [&](Sealing& sealing) {
        for (const auto& part : parts) {
            write_part(sealing, part);
        }
    });
}

db::Wiped seal_bytes(std::string_view bytes, const Recipient& recipient, const fs::path& to) {
    return seal_what(recipient, to, [&](Sealing& sealing) {
        const auto begin = before_part("", bytes.size());
        const auto used = begin.size() + bytes.size() + before_part(filling, 0).size();
        const auto left = (sealed_chunk_size - used % sealed_chunk_size) % sealed_chunk_size;
        sealing.write(begin);
        sealing.write(bytes);
        sealing.write(before_part(filling, left));
        sealing.write(std::string(left, '\0'));
    });
}

Recipient recipient_of(const fs::path& sealed) {
    return read_sealed_head(opened(sealed), sealed).recipient;
}

bool is_sealed(const fs::path& file) {
    try {
        const auto found = db::File::open_if_there(file, O_RDONLY);
        return found && found->read_at(0, sealed_mark.size()) == sealed_mark;
    } catch (const schema::Error&) {
        return false;
    }
}

db::Wiped stream_key(const fs::path& sealed, const db::Wiped& secret) {
    start_sodium();
    const auto head = read_sealed_head(opened(sealed), sealed);
    if (!opens(secret, head.recipient)) {
        throw schema::refused(
            sealed.string(),
            fmt::format("is encrypted for the key {}, which this one is not",
                        fingerprint_of(head.recipient)),
            "take the sheet with this fingerprint, or the passphrase that was in use then");
    }
    std::string key(sealed_box_size - crypto_box_SEALBYTES, '\0');
    if (crypto_box_seal_open(raw(key),
                             raw(head.box()),
                             sealed_box_size,
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
        auto [name, left] = plain.part();
        db::PrivateFile out(base.string() + name);
        while (left > 0) {
            const auto part = plain.some(std::min<std::uint64_t>(left, sealed_chunk_size));
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

std::string unsealed_bytes(const fs::path& sealed, const db::Wiped& stream_key) {
    start_sodium();
    Unsealing plain(sealed, stream_key);
    const auto first = plain.part();
    if (!first.name.empty()) {
        throw not_whole(sealed, "it is of several files");
    }
    auto bytes = plain.exactly(first.size);
    while (!plain.is_at_end()) {
        const auto rest = plain.part();
        if (rest.name != filling) {
            throw not_whole(sealed, "it is of several files");
        }
        plain.exactly(rest.size);
    }
    plain.refuse_more();
    return bytes;
}

}  // namespace backup
