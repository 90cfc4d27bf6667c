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

#include "app/server/sealed_text.h"
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

constexpr std::string_view plain = ".json";
constexpr std::string_view encrypted = ".sealed";

std::optional<Draft> draft_in(const std::string& text) {
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
    draft.owner = json.value("owner", std::string());
    return draft;
}

std::string text_of(const Draft& draft) {
    Json json = {{"name", draft.name},
                 {"key", draft.key},
                 {"kept_at", draft.kept_at},
                 {"value", Json::parse(draft.value)},
                 {"edit", draft.edit}};
    if (!draft.owner.empty()) {
        json["owner"] = draft.owner;
    }
    return json.dump();
}

// A hash, and how the file is kept.
bool is_called_as_a_draft(const fs::path& file) {
    constexpr std::size_t digits = 64;
    const auto name = file.stem().string();
    return (file.extension() == plain || file.extension() == encrypted) && name.size() == digits &&
           name.find_first_not_of("0123456789abcdef") == std::string::npos;
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
                                 "make the book's folder writable")
                     .as("drafts_folder");
}

}  // namespace

Drafts::Drafts(const fs::path& book, std::optional<std::string> key)
    : folder_(book.string() + ".drafts"), key_(std::move(key)) {
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
        const Place place = draft ? Place(draft->owner, draft->name) : Place();
        if (draft && file_of(place) == entry.path()) {
            drafts_.emplace(place, std::move(*draft));
        } else if (is_called_as_a_draft(entry.path())) {
            damaged_.push_back(entry.path());
        }
    }
}

std::optional<schema::Problem> Drafts::damaged() {
    const std::lock_guard lock(mutex_);
    std::erase_if(damaged_, [](const fs::path& file) {
        std::error_code unknown;
        return !fs::exists(file, unknown) && !unknown;
    });
    if (damaged_.empty()) {
        return std::nullopt;
    }
    const auto count = static_cast<int>(damaged_.size());
    return schema::Problem{
        folder_.string(),
        fmt::format("{} of the files in it cannot be read, such as {}: what was typed there and "
                    "not recorded is lost",
                    count,
                    damaged_.front().filename().string()),
        "type it anew, and remove the files"}
        .as("drafts_damaged", {{"count", count}});
}

// Of a file that this program wrote; whether it stands under its own name, the caller looks.
std::optional<Draft> Drafts::read(const fs::path& file) const {
    std::ifstream in(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (file.extension() == encrypted) {
        auto opened = key_ ? unsealed(text, *key_) : std::nullopt;
        return opened ? draft_in(*opened) : std::nullopt;
    }
    auto draft = draft_in(text);
    if (draft) {
        draft->owner.clear();  // whatever it says: only nobody's are plain
    }
    return draft;
}

void Drafts::write(const Draft& draft) const {
    if (::mkdir(folder_.c_str(), 0700) != 0 && errno != EEXIST) {
        throw not_kept(errno);
    }
    const auto text = text_of(draft);
    db::PrivateFile written(file_of({draft.owner, draft.name}), db::PrivateFile::Over::itself);
    written.write(draft.owner.empty() ? text : sealed(text, *key_));
    written.close();
}

void Drafts::encrypt(const std::string& key, const std::string& owner) {
    const std::lock_guard lock(mutex_);
    key_ = key;
    while (!drafts_.empty() && drafts_.begin()->first.first.empty()) {
        auto node = drafts_.extract(drafts_.begin());
        const auto before = file_of(node.key());
        node.mapped().owner = owner;
        node.key().first = owner;
        write(node.mapped());
        std::error_code nobody_to_tell;
        fs::remove(before, nobody_to_tell);
        drafts_.insert(std::move(node));
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

std::vector<Draft> Drafts::all(const std::string& owner) {
    const std::lock_guard lock(mutex_);
    forget_removed();
    std::vector<Draft> list;
    for (const auto& [place, draft] : drafts_) {
        if (place.first == owner) {
            list.push_back(draft);
        }
    }
    return list;
}

std::vector<Draft> Drafts::of_patient(const db::Book& book, const schema::Patient& patient) {
    std::vector<Draft> list;
    const std::lock_guard lock(mutex_);
    forget_removed();
    for (const auto& [place, draft] : drafts_) {
        if (is_of(draft.name, book, patient)) {
            list.push_back(draft);
        }
    }
    return list;
}

std::vector<std::string> Drafts::names_of(const db::Book& book, const schema::Patient& patient) {
    std::vector<std::string> names;
    for (const auto& draft : of_patient(book, patient)) {
        names.push_back(draft.name);
    }
    return names;
}

std::size_t Drafts::discard_of(const db::Book& book, const schema::Patient& patient) {
    const auto own = of_patient(book, patient);
    for (const auto& draft : own) {
        discard(draft.name, draft.owner);
    }
    return own.size();
}

void Drafts::keep(Draft draft) {
    const std::lock_guard lock(mutex_);
    forget_removed();
    const Place place(draft.owner, draft.name);
    const auto before = drafts_.find(place);
    if (std::ranges::find(ended_, draft.key) != ended_.end() ||
        (before != drafts_.end() && before->second.key == draft.key &&
         before->second.edit > draft.edit)) {
        return;
    }
    if (drafts_.size() >= most_drafts && before == drafts_.end()) {
        throw schema::refused("drafts",
                              fmt::format("there are {} already", most_drafts),
                              "record or discard what was begun")
            .as("drafts_many");
    }
    write(draft);
    drafts_.insert_or_assign(place, std::move(draft));
}

void Drafts::discard(const std::string& name, const std::string& owner) {
    const std::lock_guard lock(mutex_);
    if (const auto draft = drafts_.find({owner, name}); draft != drafts_.end()) {
        remove(draft);
    }
}

void Drafts::recorded(const std::string& key, const std::string& owner) {
    const std::lock_guard lock(mutex_);
    for (auto draft = drafts_.begin(); draft != drafts_.end();) {
        const auto next = std::next(draft);
        if (draft->second.key == key && draft->first.first == owner) {
            remove(draft);
        }
        draft = next;
    }
}

// The name holds a chart number; a folder's list shall not tell it, nor who guesses at it.
fs::path Drafts::file_of(const Place& place) const {
    const auto& [owner, name] = place;
    const auto hashed = owner.empty() ? name : fmt::format("{}\n{}\n{}", *key_, owner, name);
    return folder_ / (db::hex(db::sha256(hashed)) + std::string(owner.empty() ? plain : encrypted));
}

void Drafts::remove(Kept::iterator draft) {
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
