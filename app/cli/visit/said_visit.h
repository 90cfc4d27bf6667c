#pragma once
// What was said of a visit, word by word, before any of it is read: on one line, or on several of a
// file. The noun of a kind of record begins one; what follows is of it:
//
//   at=2026-06-01T10:30 acne iga=2 chin session pain=4 lot=L12 application niacinamide
//
// A word of a record is NAME=value, a part as its option takes it (left_cheek:1.5:4), or a word
// that only one of its fields takes (pen).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/kinds/kinds.h"

namespace cli {

struct SaidRecord {
    const kinds::Kind* kind = nullptr;
    std::vector<std::string> words{};
};

struct SaidVisit {
    std::optional<std::string> at{};
    std::vector<SaidRecord> records{};
};

// The kind whose noun this is, or what clinics call it (marks, product), if a visit records it;
// null else.
const kinds::Kind* kind_of_visit(std::string_view noun);

// The nouns of all of them.
std::vector<std::string> nouns_of_visit();

// The words of a text, parted by blanks and line ends; "…" or '…' holds blanks together, a word
// that begins with # and the rest of its line are a remark. Throws schema::Error (refused) for a
// quotation that does not end, with its line.
std::vector<std::string> words_of_text(std::string_view text);

// Throws schema::Error (refused) for words before the first noun other than at=.
SaidVisit said_visit(const std::vector<std::string>& words);

}  // namespace cli
