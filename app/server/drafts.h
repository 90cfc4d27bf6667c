#pragma once
// What was typed in a page and is not recorded yet. It is kept beside the book, in the folder
// NAME.needlebook.drafts that only its owner may open: not in the browser's storage, which outlives
// the server and belongs to whatever program takes the port next. It is no part of the record, of
// exports or of backups. In a book with accounts a draft is of one of them, who alone sees it, and
// its file is encrypted (sealed_text.h) under a key that the book has (db/secrets/draft_key.h). In
// one without accounts every browser that was let in sees all of it.

#include <cstdint>
#include <deque>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "db/book.h"
#include "schema/records/patient.h"
#include "schema/types/error.h"

namespace server {

struct Draft {
    std::string name;     // page and patient
    std::string key;      // of its submission, 1 to 200 characters
    std::string kept_at;  // UTC, YYYY-MM-DDTHH:MM:SSZ
    std::string value;    // JSON
    std::int64_t edit{};  // counts the changes of this draft
    std::string owner{};  // whose it is; nobody's in a book without accounts
};

// May be called from any thread.
class Drafts {
  public:
    // Reads what is in the folder, if it is there, with the key of the book if it has one. A file
    // that is no draft is left alone, but for one that was not whole when the program ended: it
    // goes.
    explicit Drafts(const std::filesystem::path& book, std::optional<std::string> key = {});

    // That files which are called as drafts are could not be read then, and are still there: what
    // was typed is lost. Whose they are nobody knows.
    std::optional<schema::Problem> damaged();

    // From now on they are encrypted with this key, and those that were nobody's are this one's.
    void encrypt(const std::string& key, const std::string& owner);

    // Of this owner, by name. One whose file somebody removed is over: an erasure may come from
    // another process.
    std::vector<Draft> all(const std::string& owner = "");
    // Those of the pages of this patient, of everybody: of the chart, and corrections of the
    // records.
    std::vector<std::string> names_of(const db::Book& book, const schema::Patient& patient);
    // Discards these; returns how many there were.
    std::size_t discard_of(const db::Book& book, const schema::Patient& patient);

    // Keeps it in the place of the one of this name; returns when it is kept. A draft survives the
    // end of the program; after a loss of power the one before may be there. Throws schema::Error:
    // full, refused (there are 1,000 others, the folder cannot be written). Requests of a page that
    // goes away overtake each other: one that is older than what is kept, or whose draft is over,
    // changes nothing.
    void keep(Draft draft);
    // Without a draft of that name nothing happens.
    void discard(const std::string& name, const std::string& owner = "");
    // Discards the owner's drafts with this submission key: what they say is in the book now.
    void recorded(const std::string& key, const std::string& owner = "");

  private:
    using Place = std::pair<std::string, std::string>;  // owner and name
    using Kept = std::map<Place, Draft>;

    std::vector<Draft> of_patient(const db::Book& book, const schema::Patient& patient);
    std::optional<Draft> read(const std::filesystem::path& file) const;
    void write(const Draft& draft) const;
    std::filesystem::path file_of(const Place& place) const;
    void remove(Kept::iterator draft);
    void forget_removed();

    const std::filesystem::path folder_;
    mutable std::mutex mutex_;
    std::optional<std::string> key_;
    Kept drafts_;
    std::vector<std::filesystem::path> damaged_;
    std::deque<std::string> ended_;  // the keys of the last drafts that were discarded or recorded
};

}  // namespace server
