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
#include "schema/types/error.h"

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

std::vector<Draft> Drafts::all() const {
    const std::lock_guard lock(mutex_);
    std::vector<Draft> list;
    for (const auto& [name, draft] : drafts_) {
        list.push_back(draft);
    }
    return list;
}

void Drafts::keep(Draft draft) {
    const std::lock_guard lock(mutex_);
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
