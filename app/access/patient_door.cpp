#include "app/access/patient_door.h"

#include <fmt/format.h>
#include <sodium.h>

#include "app/access/password.h"
#include "app/access/random_token.h"
#include "app/access/start_sodium.h"
#include "schema/types/folding.h"

namespace access_control {

std::string new_link_code(db::SecretWrite write, std::int64_t link) {
    start_sodium();
    constexpr std::uint32_t codes = 1'000'000;
    auto code = fmt::format("{:06}", randombytes_uniform(codes));
    const auto before = db::find_link_code(write.book(), link);
    db::remove_link_browsers(write, link);
    db::put_link_code(write,
                      {.link = link,
                       .hash = hash_secret(code),
                       .openings = before ? before->openings : 0,
                       .opened_at = before ? before->opened_at : std::nullopt});
    return code;
}

bool is_open(const db::PatientLink& link,
             const std::optional<db::LinkCode>& code,
             schema::Date today) {
    return !link.voided && link.expires && today <= *link.expires && code &&
           code->failures <= link_code_tries;
}

OpenedPage open_page(db::Book& book,
                     const std::string& key,
                     std::string_view typed,
                     const std::optional<schema::Date>& born,
                     schema::Date today,
                     Moment now) {
    const auto link = db::find_link(book, key);
    auto code = link ? db::find_link_code(book, link->id) : std::nullopt;
    if (!link || !is_open(*link, code, today)) {
        return {};
    }
    // As somebody writes it: ١٢٣ ٤٥٦ and 123-456 are 123456, and a date is its digits.
    const auto text = schema::code_identity(typed);
    const bool is_born = born && text == schema::code_identity(born->text());
    if (!is_born && !is_hash_of(code->hash, text)) {
        ++code->failures;
        db::change_secrets(book, [&](db::SecretWrite& write) { db::put_link_code(write, *code); });
        return {.outcome = code->failures > link_code_tries ? Opening::closed : Opening::wrong,
                .tries_left = link_code_tries + 1 - code->failures};
    }
    code->failures = 0;
    ++code->openings;
    code->opened_at = kept(now);
    OpenedPage page{.outcome = Opening::opened,
                    .link = link,
                    .token = random_token(),
                    .lasts = link_browser_lasts};
    db::change_secrets(book, [&](db::SecretWrite& write) {
        db::put_link_code(write, *code);
        db::add_link_browser(
            write, token_hash(page.token), link->id, kept(now + page.lasts), kept(now));
    });
    return page;
}

std::optional<db::PatientLink> opened_page(const db::Book& book,
                                           const std::string& key,
                                           const std::optional<std::string>& token,
                                           schema::Date today,
                                           Moment now) {
    const auto link = token ? db::find_link(book, key) : std::nullopt;
    if (!link || !link->expires || today > *link->expires ||
        db::link_of_browser(book, token_hash(*token), kept(now)) != link->id) {
        return std::nullopt;
    }
    return link;
}

}  // namespace access_control
