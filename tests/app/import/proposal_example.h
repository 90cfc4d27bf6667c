#pragma once
// Proposals for rows that a test writes down.

#include "app/import/proposal/proposal.h"
#include "tests/app/import/import_example.h"

namespace exchange {

class ProposalExample : public ImportTest {
  protected:
    Proposal propose(std::string_view text, ImportOptions told = {}) {
        told.file = rows("", text).file;
        const auto before = db::content_of(book).hash;
        auto proposal = propose_import(book, {.actor = "nurse"}, told, {});
        EXPECT_EQ(db::content_of(book).hash, before);
        return proposal;
    }

    // "Chart No=chart|Colour=": what each column is.
    static std::string mapping(const Proposal& proposal) {
        std::string text;
        for (const auto& column : proposal.columns) {
            text += (text.empty() ? "" : "|") + column.header + "=" + column.field;
        }
        return text;
    }

    // One line a question: "where: what".
    static std::string open(const Proposal& proposal) {
        std::string text;
        for (const auto& problem : proposal.open) {
            text += problem.where + ": " + problem.what + "\n";
        }
        return text;
    }

    // Takes the proposal, with patients that are new, and says what a patient has then.
    std::string scores_by(const Proposal& proposal, const std::string& chart) {
        EXPECT_EQ(open(proposal), "");
        auto options = proposal.options;
        options.create_patients = true;
        import(options);
        return scores(chart);
    }
};

}  // namespace exchange
