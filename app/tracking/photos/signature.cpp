#include "app/tracking/photos/signature.h"

#include <charconv>

#include "schema/types/error.h"
#include "schema/types/text_bounds.h"

namespace tracking {

namespace {

constexpr int most_thousandths = 1000;
constexpr int most_milliseconds = 60 * 60 * 1000;
constexpr int values_of_point = 3;

class StrokeReader {
  public:
    explicit StrokeReader(std::string_view text) : rest_(text) {}

    // Whether it is what a signature is.
    bool read() {
        bool has_line = false;
        if (!take('[')) {
            return false;
        }
        do {
            const int points = stroke();
            if (points < 1) {
                return false;
            }
            has_line = has_line || points > 1;
        } while (take(','));
        return take(']') && rest_.empty() && has_line;
    }

  private:
    // How many points it has; 0 where it is none.
    int stroke() {
        int values = 0;
        if (!take('[')) {
            return 0;
        }
        do {
            const bool is_time = values % values_of_point == values_of_point - 1;
            if (!number(is_time ? most_milliseconds : most_thousandths)) {
                return 0;
            }
            ++values;
        } while (take(','));
        return take(']') && values % values_of_point == 0 ? values / values_of_point : 0;
    }
    bool number(int most) {
        int value = 0;
        const auto* const end = rest_.data() + rest_.size();
        const auto [stop, fault] = std::from_chars(rest_.data(), end, value);
        if (fault != std::errc() || value < 0 || value > most) {
            return false;
        }
        rest_.remove_prefix(static_cast<std::size_t>(stop - rest_.data()));
        return true;
    }
    bool take(char wanted) {
        const bool is_there = rest_.starts_with(wanted);
        rest_.remove_prefix(is_there ? 1 : 0);
        return is_there;
    }

    std::string_view rest_;
};

}  // namespace

void refuse_no_signature(std::string_view strokes) {
    if (strokes.size() > schema::longest_text || !StrokeReader(strokes).read()) {
        throw schema::refused("signature",
                              "is no signature: strokes of points",
                              "have it signed with a finger, a pen or a mouse")
            .as("signature_none");
    }
}

}  // namespace tracking
