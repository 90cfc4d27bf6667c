#include "app/server/drafts.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include "db/file/private_file.h"
#include "db/file/staged_path.h"
#include "db/ledger/sha256.h"
#include "db/records/records.h"
#include "db/records/scores.h"
#include "schema/records/entered_score.h"
#include "schema/types/error.h"
#include "schema/types/folding.h"
#include "schema/types/text.h"

namespace server {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t most_drafts = 1000;
constexpr std::size_t most_ended = 1000;

std::optional<Draft> read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto json = Json::parse(text, nullptr, false);
    Draft draft;
    for (const auto& [name, member] :
         {std::pair{"name", &draft.name}, {"key", &draft.key}, {"kept_at", &draft.kept_at}}) {
        if (!json.is_object() || !json.contains(name) || !json[name].is_string()) {
            return std::nullopt;
        }
        *member = json[name].get<std::string>();
    }
    draft.value = json.value("value", Json()).dump();
    draft.edit = json.value("edit", std::int64_t{0});
    return draft;
}

// The record that "correct.session.3.v1" is about, where it is one of the patient.
bool corrects_record_of(std::string_view name,
                        const db::Book& book,
                        const schema::Patient& patient) {
    const auto noun = name.substr(0, name.find('.'));
    const auto rest = name.substr(std::min(noun.size() + 1, name.size()));
    const auto id = schema::Text<std::int64_t>::read(std::string(rest.substr(0, rest.find('.'))));
    if (id && noun == kinds::of<schema::EnteredScore>().noun) {
        const auto score = db::find_score(book, schema::Id<schema::Score>(*id));
        return score && score->patient == patient.id;
    }
    for (const auto& kind : kinds::of_patients()) {
        if (id && kind.noun == noun) {
            const auto record = db::find(book, kind, *id);
            return record && kinds::ConstRecord(*record).kept().patient == patient.id.value;
        }
    }
    return false;
}

// The pages name their drafts by what they are of: "acne.CHART", "change_patient.CHART.v3",
// "correct.session.3.v1".
bool is_of(std::string_view name, const db::Book& book, const schema::Patient& patient) {
    const auto page = name.substr(0, name.find('.'));
    const auto rest = name.substr(std::min(page.size() + 1, name.size()));
    const auto chart = schema::identity(patient.chart);
    return schema::identity(rest) == chart ||
           schema::identity(rest.substr(0, rest.rfind(".v"))) == chart ||
           (page == "correct" && corrects_record_of(rest, book, patient));
}

schema::Error not_kept(int code) {
    return code == ENOSPC || code == EDQUOT
               ? schema::full("drafts", "the disk is full, nothing was saved", "make room")
               : schema::refused("drafts",
                                 fmt::format("cannot be kept: {}", std::strerror(code)),
                                 "make the book's folder writable");
}

}  // namespace

Drafts::Drafts(const fs::path& book) : folder_(book.string() + ".drafts") {
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder_, none)) {
        if (!entry.is_regular_file(none) || entry.is_symlink(none)) {
            continue;
        }
        if (entry.path().extension() == db::StagedPath::ending) {
            fs::remove(entry.path(), none);
            continue;
        }
        auto draft = read(entry.path());
        if (draft && file_of(draft->name) == entry.path()) {
            drafts_.emplace(draft->name, std::move(*draft));
        }
    }
}

void Drafts::forget_removed() {
    for (auto draft = drafts_.begin(); draft != drafts_.end();) {
        const auto next = std::next(draft);
        std::error_code unknown;
        if (!fs::exists(file_of(draft->first), unknown) && !unknown) {
            remove(draft);
        }
        draft = next;
    }
}

std::vector<Draft> Drafts::all() {
    const std::lock_guard lock(mutex_);
    forget_removed();
    std::vector<Draft> list;
    for (const auto& [name, draft] : drafts_) {
        list.push_back(draft);
    }
    return list;
}

std::vector<std::string> Drafts::names_of(const db::Book& book, const schema::Patient& patient) {
    std::vector<std::string> names;
    for (const auto& draft : all()) {
        if (is_of(draft.name, book, patient)) {
            names.push_back(draft.name);
        }
    }
    return names;
}

std::size_t Drafts::discard_of(const db::Book& book, const schema::Patient& patient) {
    const auto names = names_of(book, patient);
    for (const auto& name : names) {
        discard(name);
    }
    return names.size();
}

void Drafts::keep(Draft draft) {
    const std::lock_guard lock(mutex_);
    forget_removed();
    const auto before = drafts_.find(draft.name);
    if (std::ranges::find(ended_, draft.key) != ended_.end() ||
        (before != drafts_.end() && before->second.key == draft.key &&
         before->second.edit > draft.edit)) {
        return;
    }
    if (drafts_.size() >= most_drafts && !drafts_.contains(draft.name)) {
        throw schema::refused("drafts",
                              fmt::format("there are {} already", most_drafts),
                              "record or discard what was begun");
    }
    if (::mkdir(folder_.c_str(), 0700) != 0 && errno != EEXIST) {
        throw not_kept(errno);
    }
    const Json json = {{"name", draft.name},
                       {"key", draft.key},
                       {"kept_at", draft.kept_at},
                       {"value", Json::parse(draft.value)},
                       {"edit", draft.edit}};
    db::PrivateFile written(file_of(draft.name), db::PrivateFile::Over::itself);
    written.write(json.dump());
    written.close();
    auto name = draft.name;
    drafts_.insert_or_assign(std::move(name), std::move(draft));
}

void Drafts::discard(const std::string& name) {
    const std::lock_guard lock(mutex_);
    if (const auto draft = drafts_.find(name); draft != drafts_.end()) {
        remove(draft);
    }
}

void Drafts::recorded(const std::string& key) {
    const std::lock_guard lock(mutex_);
    for (auto draft = drafts_.begin(); draft != drafts_.end();) {
        const auto next = std::next(draft);
        if (draft->second.key == key) {
            remove(draft);
        }
        draft = next;
    }
}

// The name holds a chart number; a folder's list shall not.
fs::path Drafts::file_of(const std::string& name) const {
    return folder_ / (db::hex(db::sha256(name)) + ".json");
}

void Drafts::remove(std::map<std::string, Draft>::iterator draft) {
    std::error_code nobody_to_tell;
    fs::remove(file_of(draft->first), nobody_to_tell);
    ended_.push_back(draft->second.key);
    if (ended_.size() > most_ended) {
        ended_.pop_front();
    }
    drafts_.erase(draft);
    if (drafts_.empty()) {
        fs::remove(folder_, nobody_to_tell);  // unless something else is in it
    }
}

}  // namespace server
