#include "app/backup/shared_photos.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <functional>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "app/backup/backup_file.h"
#include "app/backup/sealed_file.h"
#include "app/backup/sodium.h"
#include "db/file/book_files.h"
#include "db/file/file.h"
#include "db/file/private_file.h"
#include "db/file/staged_path.h"
#include "db/ledger/sha256.h"
#include "db/photos/photo_store.h"

namespace backup {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t sha_digits = 64;
constexpr std::size_t sealed_id_digits = 32;
constexpr std::string_view sealed_extension = ".sealed";
constexpr std::string_view fresh_ending = ".new";

bool is_hex(std::string_view text, std::size_t digits) {
    return text.size() == digits &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// What manifests call a file of this name; nothing for what is none of ours.
std::optional<std::string> id_of_name(std::string_view name) {
    if (is_hex(name, sha_digits)) {
        return std::string(name);
    }
    const auto id = name.substr(0, sealed_id_digits);
    const auto rest = name.substr(id.size());
    return is_hex(id, sealed_id_digits) && rest.starts_with('-') &&
                   rest.ends_with(sealed_extension) &&
                   is_hex(rest.substr(1, rest.size() - 1 - sealed_extension.size()), sha_digits)
               ? std::optional(std::string(id))
               : std::nullopt;
}

std::string_view sha256_of_name(std::string_view name) {
    return name.size() == sha_digits ? name : name.substr(sealed_id_digits + 1, sha_digits);
}

bool is_left_by_a_kill(std::string_view name) {
    return name.ends_with(fresh_ending) || name.ends_with(db::StagedPath::ending);
}

schema::Error not_read_back(const fs::path& file) {
    return schema::damaged(file.string(),
                           "is read back as something else than was written",
                           "look at what the folder lies on");
}

// Makes `fresh`, proves it, and gives it the name that `make` returns.
std::string put_proved(const fs::path& folder,
                       const std::string& id,
                       const std::function<std::string(const fs::path& fresh)>& make) {
    const auto fresh = folder / (id + std::string(fresh_ending));
    db::remove_if_there(fresh);  // of a run that was killed
    try {
        auto name = make(fresh);
        const auto file = folder / name;
        if (db::uninterrupted([&] { return std::rename(fresh.c_str(), file.c_str()); }) != 0) {
            db::throw_system_error(file, "cannot get its name", errno);
        }
        db::sync(folder);
        return name;
    } catch (...) {
        std::error_code nobody_to_tell;
        fs::remove(fresh, nobody_to_tell);
        throw;
    }
}

std::string newer_of(const fs::path& folder, const std::string& one, const std::string& other) {
    std::error_code none;
    const auto of_one = fs::last_write_time(folder / one, none);
    const auto of_other = fs::last_write_time(folder / other, none);
    return of_other > of_one ? other : one;
}

}  // namespace

SharedPhotos::SharedPhotos(const fs::path& folder) : folder_(folder / "needlebook-photos") {
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder_, none)) {
        auto name = entry.path().filename().string();
        const auto id = id_of_name(name);
        const auto known = id ? files_.find(*id) : files_.end();
        if (known != files_.end()) {  // it was written anew, and a kill left the one before
            known->second = newer_of(folder_, known->second, name);
        } else if (id) {
            files_.emplace(*id, std::move(name));
        }
    }
}

std::uint64_t SharedPhotos::size(const std::string& id) const {
    const auto found = files_.find(id);
    std::error_code none;
    const auto bytes = found == files_.end() ? 0 : fs::file_size(folder_ / found->second, none);
    return none ? 0 : bytes;
}

void SharedPhotos::put(const SharedPhoto& photo, std::string_view bytes) {
    make_folder();
    auto name = put_proved(folder_, photo.id, [&](const fs::path& fresh) {
        db::PrivateFile out(fresh);
        out.write(bytes);
        out.close();
        if (sha256_of(fresh) != photo.sha256) {
            throw not_read_back(fresh);
        }
        return photo.sha256;
    });
    take_name(photo.id, std::move(name));
}

void SharedPhotos::put_sealed(const SharedPhoto& photo,
                              std::string_view bytes,
                              const Recipient& recipient) {
    make_folder();
    auto name = put_proved(folder_, photo.id, [&](const fs::path& fresh) {
        const auto key = seal_bytes(bytes, recipient, fresh);
        const auto hash = sha256_of(fresh);
        if (unsealed_bytes(fresh, key) != bytes) {
            throw not_read_back(fresh);
        }
        return fmt::format("{}-{}{}", photo.id, hash, sealed_extension);
    });
    take_name(photo.id, std::move(name));
}

void SharedPhotos::take_name(const std::string& id, std::string name) {
    auto& known = files_[id];
    if (!known.empty() && known != name) {
        db::remove_if_there(folder_ / known);
    }
    known = std::move(name);
}

std::string SharedPhotos::bytes_of(const SharedPhoto& photo, const db::Wiped& secret) const {
    const auto file = file_of(photo.id);
    std::string bytes;
    if (photo.id.size() == sealed_id_digits) {
        bytes = unsealed_bytes(file, stream_key(file, secret));
    } else if (const auto found = db::File::open_if_there(file, O_RDONLY)) {
        bytes = found->read_at(0, static_cast<std::size_t>(found->status().st_size));
    }
    if (db::hex(db::sha256(bytes)) != photo.sha256) {
        throw schema::damaged(file.string(),
                              "is not the photograph that the backup names",
                              "take it from another folder of backups");
    }
    return bytes;
}

std::map<std::string, schema::Problem> SharedPhotos::problems(
    const std::set<std::string>& ids) const {
    std::map<std::string, schema::Problem> all;
    for (const auto& id : ids) {
        try {
            const auto file = file_of(id);
            if (sha256_of(file) != sha256_of_name(file.filename().string())) {
                all.emplace(id,
                            schema::Problem{file.string(),
                                            "is not as it was written: a photograph of this backup",
                                            "keep backups in another folder too, and look at what "
                                            "this one lies on"});
            }
        } catch (const schema::Error& error) {  // gone, or it cannot be read
            all.emplace(id, error.problems().front());
        }
    }
    return all;
}

void SharedPhotos::remove_all_but(const std::set<std::string>& ids) {
    std::error_code none;
    std::vector<fs::path> left;
    for (const auto& entry : fs::directory_iterator(folder_, none)) {
        const auto name = entry.path().filename().string();
        const auto id = id_of_name(name);
        const auto known = id ? files_.find(*id) : files_.end();
        const bool stands = known != files_.end() && known->second == name;
        if (id ? !ids.contains(*id) || !stands : is_left_by_a_kill(name)) {
            left.push_back(entry.path());
        }
    }
    for (const auto& file : left) {
        db::remove_if_there(file);
    }
    std::erase_if(files_, [&](const auto& file) { return !ids.contains(file.first); });
}

fs::path SharedPhotos::file_of(const std::string& id) const {
    const auto found = files_.find(id);
    if (found == files_.end()) {
        throw schema::missing((folder_ / id).string(),
                              "is missing: a photograph of this backup",
                              "take it from another folder of backups");
    }
    return folder_ / found->second;
}

void SharedPhotos::make_folder() const {
    db::make_folders_of(folder_ / "file");
}

std::string sealed_photo_id(const Policy& policy, const std::string& sha256) {
    start_sodium();
    const auto& names = policy.photo_names.value();
    const auto& recipient = policy.recipient.value();
    std::string text(recipient.public_key.begin(), recipient.public_key.end());
    text += sha256;
    db::Hash hash{};
    crypto_generichash(hash.data(),
                       hash.size(),
                       raw(std::string_view(text)),
                       text.size(),
                       names.data(),
                       names.size());
    return db::hex(hash).substr(0, sealed_id_digits);
}

std::string photo_list_text(const std::vector<SharedPhoto>& photos) {
    std::string text;
    for (const auto& photo : photos) {
        text += photo.sha256 + " " + photo.id + "\n";
    }
    return text;
}

std::vector<SharedPhoto> read_photo_list(const fs::path& file) {
    const auto found = db::File::open_if_there(file, O_RDONLY);
    std::vector<SharedPhoto> photos;
    if (!found) {
        return photos;
    }
    const auto text = found->read_at(0, static_cast<std::size_t>(found->status().st_size));
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = std::string_view(text).substr(at, end - at);
        SharedPhoto photo{.sha256 = std::string(line.substr(0, sha_digits)),
                          .id = std::string(line.size() > sha_digits ? line.substr(sha_digits + 1)
                                                                     : std::string_view())};
        if (!db::is_photo_name(photo.sha256) || !is_photo_id(photo.id)) {
            throw schema::damaged(
                file.string(), "is no list of photographs", "take another backup");
        }
        photos.push_back(std::move(photo));
        at = end + 1;
    }
    return photos;
}

bool is_photo_id(std::string_view id) {
    return is_hex(id, sealed_id_digits) || is_hex(id, sha_digits);
}

bool has_hard_links(const fs::path& folder) {
    const auto one = folder / "needlebook-link.unfinished";
    const auto other = folder / "needlebook-link-2.unfinished";
    const auto remove = [&] {
        db::remove_if_there(one);
        db::remove_if_there(other);
    };
    remove();
    db::File::open_if_there(one, O_CREAT | O_EXCL | O_WRONLY);
    const bool is_linked = ::link(one.c_str(), other.c_str()) == 0;
    remove();
    return is_linked;
}

}  // namespace backup
