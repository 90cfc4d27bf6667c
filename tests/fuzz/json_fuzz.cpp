// Any body of a request: it is refused, or it is an object, and the import that it asks for is read
// or refused.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <nlohmann/json.hpp>

#include "app/import/import.h"
#include "app/import/import_request.h"
#include "app/json/json_reading.h"
#include "schema/types/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        const auto body = exchange::read_json_object({reinterpret_cast<const char*>(data), size});
        if (!body.is_object() || exchange::read_json_object(body.dump()) != body) {
            std::abort();
        }
        auto options = exchange::read_import_request(body);
        if (!options.content) {
            std::abort();
        }
        exchange::look_at_file(options);
    } catch (const schema::Error& error) {
        if (error.problems().empty()) {
            std::abort();
        }
    }
    return 0;
}
