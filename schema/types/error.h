#pragma once
// What can go wrong, as a person is told it: where, what (with the offending text), and what to do.

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "schema/types/phrase.h"

namespace schema {

// One fault in data that somebody gave us. `where` says file:line, option or record; never a name,
// a birth date or a note.
struct Problem {
    std::string where;
    std::string what;
    std::string remedy;  // an imperative sentence, for whoever sees it: at a terminal, on a page
    // What to type for it, "needlebook account list", where there is such a thing: only a terminal
    // says it.
    std::string command{};
    // The same for a page, which says it in the language of whoever reads: with these values,
    // "error.CODE" is what is wrong and "error.CODE.try" what to do. `what` and `remedy` are the
    // terminal's own English, in the names that one types there; the texts of a page have labels in
    // their place, so neither is made of the other. Without an id where no page brings it about:
    // there a page says that it was refused, and shows the English.
    Phrase told{};

    // The same with "error.CODE".
    Problem as(std::string_view code, Arguments values = {}) &&;

    bool operator==(const Problem&) const = default;
};

enum class Fault {
    refused,    // the input or the rules say no; nothing was changed         (exit 1)
    missing,    // refused: what was named is not there                       (exit 1)
    changed,    // refused: the book says otherwise by now, look at it again  (exit 1)
    forbidden,  // refused: whoever asks has not the right to               (exit 1)
    // Asked back: done once it is confirmed. What is unusual, what seems to be there already, and
    // what would be undone with it (exit 1).
    implausible,
    duplicate,
    dependents,
    busy,     // refused for now: somebody else writes                      (exit 1)
    misused,  // the program was called in a way it does not understand     (exit 2)
    full,     // the disk is full: nothing was saved                        (exit 3)
    // The disk does not answer, or the book is not the file under its name any more: nothing is
    // acknowledged (exit 3).
    unavailable,
    damaged,  // the book is damaged, missing or not a book                 (exit 3)
};

// Thrown for every fault that ends what was being done. Holds one problem or several.
class Error : public std::runtime_error {
  public:
    Error(Fault fault, std::vector<Problem> problems);
    Error(Fault fault,
          std::string where,
          std::string what,
          std::string remedy,
          std::string command = {});

    Fault fault() const noexcept { return fault_; }
    const std::vector<Problem>& problems() const noexcept { return problems_; }

    // The same error, whose one problem is told a page so.
    Error as(std::string_view code, Arguments values = {}) &&;

  private:
    Fault fault_;
    std::vector<Problem> problems_;
};

// Throws Error (refused) with all of them; nothing if there are none.
void refuse_any(std::vector<Problem> problems);

Error refused(std::string where, std::string what, std::string remedy, std::string command = {});
Error missing(std::string where, std::string what, std::string remedy, std::string command = {});
Error changed(std::string where, std::string what, std::string remedy, std::string command = {});
Error forbidden(std::string where, std::string what, std::string remedy, std::string command = {});
Error busy(std::string where, std::string what, std::string remedy);
Error misused(std::string where, std::string what, std::string remedy);
Error full(std::string where, std::string what, std::string remedy);
Error unavailable(std::string where, std::string what, std::string remedy);
Error damaged(std::string where, std::string what, std::string remedy);

}  // namespace schema
