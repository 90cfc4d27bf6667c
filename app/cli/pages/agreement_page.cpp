#include "app/cli/pages/agreement_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/cli/pages/figures.h"
#include "app/cli/pages/plain_words.h"
#include "app/cli/terminal/display_text.h"
#include "app/cli/terminal/page_line.h"
#include "app/cli/terminal/text_table.h"
#include "db/records/instruments.h"

namespace cli {

namespace {

using progress::Computed;
using progress::StudyResult;
using progress::StudyView;
using progress::with_interval;

constexpr int title_width = 18;

std::string medium_text(schema::Medium medium) {
    return medium == schema::Medium::photo ? "photographs" : "live";
}

class StudyPage {
  public:
    explicit StudyPage(int width) : width_(width) {}

    void title(const std::string& text) {
        if (!lines_.empty()) {
            lines_.push_back({});
        }
        say("", text, Ink::strong);
    }
    void row(const std::string& name, const std::string& text) {
        say(pad_right("  " + name, title_width), text, Ink::plain);
    }
    void sentence(const std::string& text) { say("  ", text, Ink::plain); }
    std::string text() const { return text_of(lines_, false); }

  private:
    void say(const std::string& first, const std::string& text, Ink ink) {
        append(lines_, paragraph({{first}}, one_line(text), width_, ink));
    }

    int width_;
    Lines lines_;
};

void add_head(StudyPage& page, const StudyView& view) {
    const auto& study = view.study;
    page.title(fmt::format("Study {} of {} ({}), {}, from {}",
                           study.id.value,
                           view.instrument.name,
                           view.instrument.code,
                           medium_text(study.medium),
                           study.on.text()));
    if (study.voided) {
        page.row("voided", "entered in error; it judges no change");
    } else if (study.adopted) {
        page.row("adopted", fmt::format("{}: {}", study.adopted->text(), *study.reason));
        page.row("in force", *study.summary);
    } else {
        page.row("adopted", "no");
    }
    const auto& result = view.result;
    page.row("rated",
             fmt::format("{} of {} patients twice, {} planned",
                         result.rated_twice,
                         std::max(progress::fewest_patients, study.patients),
                         study.patients));
    page.row("ratings",
             result.raters.empty()
                 ? "none yet"
                 : fmt::format("{} by {}", result.ratings, fmt::join(result.raters, ", ")));
    if (result.treated_between > 0) {
        page.row("left out",
                 fmt::format("{} with a session between the ratings",
                             counted(result.treated_between, "patient")));
    }
}

template <class Value, class Say>
void add_found(StudyPage& page,
               const std::string& name,
               const Computed<Value>& found,
               const Say& say) {
    page.row(name, found.value ? say(*found.value) : "none: " + found.why_not);
}

void add_error(StudyPage& page,
               const Computed<progress::StandardError>& found,
               const std::string& unit) {
    if (!found.value) {
        page.row("SEM, SDC", "none: " + found.why_not);
        return;
    }
    const auto& error = *found.value;
    if (error.sem <= 0) {
        page.row("SDC", fmt::format("0 {}: no two ratings differed", unit));
        return;
    }
    const double factor = error.sdc / error.sem;
    const auto scaled = [&](const std::optional<double>& bound) {
        return bound ? std::optional(*bound * factor) : std::nullopt;
    };
    page.row(
        "SEM",
        fmt::format(
            "{} {}",
            with_interval(error.sem, error.low95, error.high95, decimals_for_two_digits(error.sem)),
            unit));
    page.row("SDC",
             fmt::format("{} {}: two ratings of an unchanged patient differ by more in 1 of 20",
                         with_interval(error.sdc,
                                       scaled(error.low95),
                                       scaled(error.high95),
                                       decimals_for_two_digits(error.sdc)),
                         unit));
}

std::string share(int part, int all) {
    return fmt::format("{} of {} ({} %)", part, all, figure(100.0 * part / all, 0));
}

std::string correlation_text(const progress::Correlation& found) {
    return with_interval(*found.value, found.low95, found.high95, 2);
}

// Differences to one digit beyond the scale's steps.
int difference_decimals(const schema::Instrument& scale) {
    return scale.step ? decimals_for_two_digits(*scale.step) : 2;
}

std::string apart_text(const progress::BlandAltman& apart, const schema::Instrument& scale) {
    const int decimals = difference_decimals(scale);
    const auto say = [&](const progress::Estimate& found) {
        return with_interval(found.value, found.low95, found.high95, decimals);
    };
    auto text = fmt::format("{} on average", say(apart.bias));
    if (apart.lower_limit && apart.upper_limit) {
        text += fmt::format("; 95 % of differences from {} to {}",
                            say(*apart.lower_limit),
                            say(*apart.upper_limit));
    }
    return text;
}

void add_pair(StudyPage& page, const progress::StudyPair& pair, const schema::Instrument& scale) {
    page.title(
        fmt::format("{} and {}, {}", pair.first, pair.second, counted(pair.patients, "patient")));
    if (pair.patients == 0) {
        page.sentence(pair.agreed.why_not);
        return;
    }
    add_found(page, "the same", pair.agreed, [&](const progress::AgreedOn& agreed) {
        return fmt::format("{}; within one step {}",
                           share(agreed.same, pair.patients),
                           share(agreed.within_one_step, pair.patients));
    });
    add_found(page, "quadratic kappa", pair.kappa, &progress::kappa_text);
    add_found(page, "first − second", pair.apart, [&](const progress::BlandAltman& apart) {
        return apart_text(apart, scale);
    });
}

void add_result(StudyPage& page, const StudyView& view) {
    const auto& result = view.result;
    const auto unit = plain_unit(view.instrument.unit);
    page.title(
        fmt::format("Between raters, {} that all rated", counted(result.rated_by_all, "patient")));
    add_found(page, "ICC(2,1)", result.icc_2_1, [](const auto& found) {
        return correlation_text(found) + ": one rater's value for another's";
    });
    add_found(page, "ICC(3,1)", result.icc_3_1, [](const auto& found) {
        return correlation_text(found) + ": if one may be stricter throughout";
    });
    add_error(page, result.other_rater, unit);
    for (const auto& pair : result.pairs) {
        add_pair(page, pair, view.instrument);
    }
    page.title(fmt::format("The same rater again, {}", counted(result.repeated, "patient")));
    add_error(page, result.same_rater, unit);
}

void add_adopting(StudyPage& page, const StudyView& view) {
    if (!view.adoption.lacks.empty()) {
        page.title("Missing");
        for (const auto& lack : view.adoption.lacks) {
            page.sentence(lack);
        }
    }
    page.title(view.study.adopted ? "Adopting it again would change" : "Adopting would change");
    const auto changes =
        progress::what_would_change(view.study,
                                    view.instrument,
                                    view.adoption,
                                    view.study.adopted ? std::optional(view.study) : view.in_force);
    for (const auto& change : changes) {
        page.sentence(change);
    }
    if (changes.empty()) {
        page.sentence("nothing: under 10 patients the numbers are shown, not used");
    } else if (view.in_force) {
        page.sentence(fmt::format("Study {}, adopted {}, would give way",
                                  view.in_force->id.value,
                                  view.in_force->adopted->text()));
    }
}

}  // namespace

std::string agreement_page(const StudyView& view, int width) {
    StudyPage page(width);
    add_head(page, view);
    add_result(page, view);
    if (!view.study.voided) {
        add_adopting(page, view);
    }
    return page.text();
}

std::string agreement_list(const std::vector<schema::Agreement>& studies,
                           const std::vector<schema::Instrument>& instruments,
                           std::optional<int> width) {
    const auto sdc = [](const std::optional<double>& value) {
        return value ? figure(*value, decimals_for_two_digits(*value)) : "";
    };
    std::vector<std::vector<std::string>> rows;
    for (const auto& study : studies) {
        if (!study.voided) {
            rows.push_back({std::to_string(study.id.value),
                            db::instrument_among(instruments, study.instrument).code,
                            medium_text(study.medium),
                            study.on.text(),
                            std::to_string(study.patients),
                            study.adopted ? study.adopted->text() : "no",
                            sdc(study.sdc_same_rater),
                            sdc(study.sdc_other_rater)});
        }
    }
    return rows.empty() ? "No studies of agreement yet.\n"
                        : text_table({"id",
                                      "instrument",
                                      "medium",
                                      "from",
                                      "planned",
                                      "adopted",
                                      "noise, same rater",
                                      "another rater"},
                                     rows,
                                     width);
}

}  // namespace cli
