#include "db/utc.h"

#include <array>
#include <ctime>

namespace db {

std::string utc_now() {
    return utc_text(std::time(nullptr));
}

std::string utc_text(std::int64_t seconds) {
    const std::time_t moment = seconds;
    std::tm parts{};
    ::gmtime_r(&moment, &parts);
    std::array<char, 24> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

}  // namespace db
