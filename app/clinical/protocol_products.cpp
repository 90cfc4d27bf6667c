#include "app/clinical/protocol_products.h"

#include <algorithm>

#include "schema/types/text.h"

namespace clinical {

namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    return first == std::string_view::npos
               ? std::string_view()
               : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

std::optional<std::vector<ProtocolProduct>> read_products(std::string_view text) {
    std::vector<ProtocolProduct> products;
    for (const auto piece : schema::split(text, ';')) {
        const auto equals = std::min(piece.find('='), piece.size());
        const auto active = schema::read_word<schema::Active>(trimmed(piece.substr(0, equals)));
        const auto name = trimmed(piece.substr(std::min(equals + 1, piece.size())));
        if (!active || (equals < piece.size() && name.empty())) {
            return std::nullopt;
        }
        ProtocolProduct product{.active = *active, .product = std::nullopt};
        if (!name.empty()) {
            product.product = std::string(name);
        }
        if (std::find(products.begin(), products.end(), product) != products.end()) {
            return std::nullopt;
        }
        products.push_back(std::move(product));
    }
    return products;
}

}  // namespace clinical
