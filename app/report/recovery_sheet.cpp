#include "app/report/recovery_sheet.h"

#include <sstream>

#include "app/report/report_page.h"

namespace exchange {

std::string recovery_sheet(const RecoverySheet& facts,
                           const progress::CareContact& clinic,
                           ReportLanguage language) {
    auto lines = OrderedJson::array();
    std::istringstream key(facts.key);
    for (std::string line; std::getline(key, line);) {
        lines.push_back(line);
    }
    OrderedJson content{{"key", std::move(lines)},
                        {"fingerprint", facts.fingerprint},
                        {"book", facts.book},
                        {"program", facts.program},
                        {"folders", facts.folders},
                        {"made_on", facts.made_on.text()}};
    return report_file("recovery", clinic, std::move(content), languages_of(language), facts.end);
}

}  // namespace exchange
