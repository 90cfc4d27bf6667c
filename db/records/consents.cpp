#include "db/records/consents.h"

#include "db/records/records.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/sqlite_error.h"

namespace db {

bool was_signed(const Book& book, const schema::ConsentForm& form) {
    return translated([&] {
        Query signed_ones(book.connection(),
                          "SELECT 1 FROM consent WHERE form = ? AND edition = ? LIMIT 1");
        signed_ones.with(form.name, form.edition);
        return signed_ones.step();
    });
}

bool has_form(const Book& book, schema::ConsentScope scope) {
    return translated([&] {
        Query forms(book.connection(),
                    "SELECT 1 FROM consent_form WHERE scope = ? AND voided = 0 LIMIT 1");
        forms.with(std::string(schema::word(scope)));
        return forms.step();
    });
}

std::vector<schema::Consent> consents_of(const Book& book,
                                         schema::Id<schema::Patient> patient,
                                         schema::ConsentScope scope) {
    auto consents = records_of<schema::Consent>(book, patient);
    std::erase_if(consents, [&](const schema::Consent& each) { return each.scope != scope; });
    return consents;
}

}  // namespace db
