#include "app/backup/policy.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/backup/hex_bytes.h"
#include "app/backup/medium.h"
#include "app/backup/sodium.h"
#include "app/json/json_reading.h"
#include "app/json/json_value.h"
#include "db/file/book_names.h"
#include "db/file/file.h"
#include "db/file/private_file.h"
#include "db/ledger/sha256.h"
#include "schema/types/error.h"

namespace backup {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t longest_policy = 64 * 1024;
constexpr int most_kept = 1000;
constexpr int most_hours = 9999;

fs::path file_of(const fs::path& book) {
    return db::resolved(book).string() + ".policy";
}

void refuse_wrong(const Policy& policy) {
    const auto in_range = [](const char* name, int value, int least, int most) {
        if (value < least || value > most) {
            throw schema::refused(
                name,
                fmt::format("{} is not a number from {} to {}", value, least, most),
                "give such a number");
        }
    };
    in_range("--keep-hourly", policy.keep.hourly, 0, most_kept);
    in_range("--keep-daily", policy.keep.daily, 0, most_kept);
    in_range("--keep-weekly", policy.keep.weekly, 0, most_kept);
    in_range("--keep-monthly", policy.keep.monthly, 0, most_kept);
    in_range("--limit-hours", policy.limit_hours, 1, most_hours);
    for (const auto& folder : policy.folders) {
        refuse_no_folder_name(folder);
    }
}

Json json_of(const Recipient& recipient) {
    Json json{{"public", hex_of(recipient.public_key)}};
    if (const auto& stretch = recipient.stretch) {
        json["salt"] = hex_of(stretch->salt);
        json["passes"] = stretch->passes;
        json["memory"] = stretch->memory;
    }
    return json;
}

Recipient recipient_of_json(const Json& json) {
    Recipient recipient{.public_key = bytes_of_hex<key_size>(json.at("public").get<std::string>())};
    if (json.contains("salt")) {
        recipient.stretch = Stretch{.salt = bytes_of_hex<16>(json.at("salt").get<std::string>()),
                                    .passes = json.at("passes").get<std::uint64_t>(),
                                    .memory = json.at("memory").get<std::uint64_t>()};
    }
    return recipient;
}

// The last line: a bit that turned anywhere before it is no other folder and no other key.
constexpr std::string_view before_hash = "sha256 ";

std::string with_hash(const std::string& text) {
    return fmt::format("{}{}{}\n", text, before_hash, db::hex(db::sha256(text)));
}

// Those that were written before there was a hash have no such line.
std::string without_hash(const std::string& text) {
    const auto at = text.rfind(std::string("\n").append(before_hash));
    const auto told = text.substr(0, at == std::string::npos ? at : at + 1);
    if (at != std::string::npos && with_hash(told) != text) {
        throw std::invalid_argument("its bytes are not those that were written");
    }
    return told;
}

Policy policy_of(const Json& json) {
    const auto& keep = json.at("keep");
    Policy policy{.automatic = json.at("automatic").get<bool>(),
                  .folders = json.at("folders").get<std::vector<std::string>>(),
                  .keep = {.hourly = keep.at("hourly").get<int>(),
                           .daily = keep.at("daily").get<int>(),
                           .weekly = keep.at("weekly").get<int>(),
                           .monthly = keep.at("monthly").get<int>()},
                  .limit_hours = json.at("limit_hours").get<int>()};
    if (const auto& key = json.at("key"); !key.is_null()) {
        policy.recipient = recipient_of_json(key);
    }
    if (const auto names = json.find("photo_names"); names != json.end() && !names->is_null()) {
        policy.photo_names = bytes_of_hex<key_size>(names->get<std::string>());
    }
    refuse_wrong(policy);
    return policy;
}

}  // namespace

Policy read_policy(const fs::path& book) {
    const auto path = file_of(book);
    const auto file = db::File::open_if_there(path, O_RDONLY);
    if (!file) {
        return {};
    }
    const auto text = file->read_at(0, longest_policy);
    try {
        return policy_of(exchange::read_json_object(without_hash(text)));
    } catch (const std::exception& error) {
        throw schema::damaged(path.string(),
                              fmt::format("is no policy of backups ({})", error.what()),
                              "remove it, and say anew with `needlebook backup policy` where "
                              "backups go");
    }
}

void write_policy(const fs::path& book, const Policy& policy) {
    refuse_wrong(policy);
    const Json json{
        {"automatic", policy.automatic},
        {"folders", policy.folders},
        {"keep",
         {{"hourly", policy.keep.hourly},
          {"daily", policy.keep.daily},
          {"weekly", policy.keep.weekly},
          {"monthly", policy.keep.monthly}}},
        {"limit_hours", policy.limit_hours},
        {"key", policy.recipient ? json_of(*policy.recipient) : Json(nullptr)},
        {"photo_names", policy.photo_names ? Json(hex_of(*policy.photo_names)) : Json(nullptr)}};
    db::PrivateFile file(file_of(book), db::PrivateFile::Over::itself);
    file.write(with_hash(exchange::json_text(json) + "\n"));
    file.close();
}

Policy policy_for_backups(const fs::path& book) {
    auto policy = read_policy(book);
    if (policy.recipient && !policy.photo_names) {
        start_sodium();
        randombytes_buf(policy.photo_names.emplace().data(), key_size);
        write_policy(book, policy);
    }
    return policy;
}

fs::path folder_beside(const fs::path& book) {
    return db::resolved(book).string() + ".backups";
}

std::vector<std::string> folders_of(const Policy& policy, const fs::path& book) {
    return policy.folders.empty() ? std::vector{fs::absolute(folder_beside(book)).string()}
                                  : policy.folders;
}

}  // namespace backup
