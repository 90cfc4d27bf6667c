#include "app/backup/known_backups.h"

#include <stdexcept>

#include <fcntl.h>
#include <nlohmann/json.hpp>

#include "app/json/json_reading.h"
#include "app/json/json_value.h"
#include "db/file/file.h"
#include "db/file/private_file.h"
#include "db/ledger/ledger.h"
#include "db/ledger/sha256.h"
#include "schema/types/disk_fault.h"

namespace backup {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t longest_note = 1024 * 1024;
constexpr std::int64_t last_moment = 253'402'300'799;  // of the year 9999

fs::path file_of(const db::Book& book) {
    return book.file().string() + ".backup";
}

bool ledger_has(const db::Book& book, const db::Head& end) {
    bool found = false;
    db::for_each_entry(book, {.after = end.seq - 1, .most = 1}, [&](const db::LedgerEntry& entry) {
        found = entry.seq == end.seq && entry.hash == end.hash;
    });
    return found;
}

Json moment_json(const std::optional<std::int64_t>& moment) {
    return exchange::json_value(moment);
}

Json json_of(const Known& known) {
    Json json{{"good", nullptr},
              {"failed", nullptr},
              {"proved", moment_json(known.proved)},
              {"drilled", moment_json(known.drilled)}};
    if (const auto& good = known.good) {
        json["good"] = {{"moment", good->moment},
                        {"entry", good->end.seq},
                        {"hash", db::hex(good->end.hash)},
                        {"name", good->name},
                        {"other_medium", good->medium == Medium::other},
                        {"sealed", good->is_sealed}};
    }
    if (const auto& failed = known.failed) {
        json["failed"] = {{"moment", failed->moment},
                          {"trouble", schema::word(failed->trouble)},
                          {"detail", failed->detail}};
    }
    return json;
}

std::int64_t moment_of(const Json& json) {
    const auto moment = json.get<std::int64_t>();
    if (moment < 0 || moment > last_moment) {
        throw std::out_of_range("moment");
    }
    return moment;
}

std::optional<std::int64_t> optional_moment(const Json& json) {
    return json.is_null() ? std::nullopt : std::optional(moment_of(json));
}

Known known_of(const Json& json) {
    Known known{.proved = optional_moment(json.at("proved")),
                .drilled = optional_moment(json.at("drilled"))};
    if (const auto& good = json.at("good"); !good.is_null()) {
        known.good =
            Good{.moment = moment_of(good.at("moment")),
                 .end = {.seq = good.at("entry").get<std::int64_t>(),
                         .hash = db::hash_of_hex(good.at("hash").get<std::string>())},
                 .name = good.at("name").get<std::string>(),
                 .medium = good.at("other_medium").get<bool>() ? Medium::other : Medium::same,
                 .is_sealed = good.at("sealed").get<bool>()};
    }
    if (const auto& failed = json.at("failed"); !failed.is_null()) {
        const auto trouble = schema::read_word<Trouble>(failed.at("trouble").get<std::string>());
        known.failed = Failed{.moment = moment_of(failed.at("moment")),
                              .trouble = trouble.value_or(Trouble::failed),
                              .detail = failed.at("detail").get<std::string>()};
    }
    return known;
}

}  // namespace

KnownBackups known_backups(const db::Book& book) {
    KnownBackups all;
    try {
        const auto file = db::File::open_if_there(file_of(book), O_RDONLY);
        if (!file) {
            return all;
        }
        const auto json = exchange::read_json_object(file->read_at(0, longest_note));
        for (const auto& [folder, each] : json.at("folders").items()) {
            auto known = known_of(each);
            if (known.good && !ledger_has(book, known.good->end)) {
                known = {.failed = known.failed};
            }
            all.emplace(folder, std::move(known));
        }
    } catch (const schema::Error& error) {
        if (schema::is_of_the_disk(error.fault())) {
            throw;
        }
        all.clear();  // as below
    } catch (const std::exception&) {
        all.clear();  // a note that is none
    }
    return all;
}

void note(const db::Book& book, const std::function<void(KnownBackups&)>& change) {
    auto all = known_backups(book);
    change(all);
    auto folders = Json::object();
    for (const auto& [folder, known] : all) {
        folders[folder] = json_of(known);
    }
    db::PrivateFile file(file_of(book), db::PrivateFile::Over::itself);
    file.write(exchange::json_text(Json{{"folders", std::move(folders)}}) + "\n");
    file.close();
}

}  // namespace backup
