#include "app/server/http/mhd_messages.h"

#include <memory>

#include "app/server/http/framing.h"

namespace server {

using libraries::microhttpd;

namespace {

MHD_Result keep_header(void* pairs,
                       MHD_ValueKind,
                       const char* name,
                       std::size_t name_size,
                       const char* value,
                       std::size_t value_size) {
    static_cast<Pairs*>(pairs)->emplace_back(
        lower_case({name, name_size}), value == nullptr ? "" : std::string(value, value_size));
    return MHD_YES;
}

MHD_Response* response_of(const Response& answer) {
    const auto bytes = answer.bytes();
    // The library asks for a pointer to bytes that it may not write to, and does not.
    auto* const data = const_cast<char*>(bytes.data());
    if (!answer.body) {
        return microhttpd().create_response_from_buffer(bytes.size(), data, MHD_RESPMEM_PERSISTENT);
    }
    auto owner = std::make_unique<std::shared_ptr<const std::string>>(answer.body);
    auto* const made = microhttpd().create_response_from_buffer_with_free_callback_cls(
        bytes.size(),
        data,
        [](void* kept) { delete static_cast<std::shared_ptr<const std::string>*>(kept); },
        owner.get());
    if (made != nullptr) {
        owner.release();
    }
    return made;
}

}  // namespace

Pairs headers_of(MHD_Connection* connection) {
    Pairs headers;
    microhttpd().get_connection_values_n(connection, MHD_HEADER_KIND, &keep_header, &headers);
    return headers;
}

int socket_of(MHD_Connection* connection) {
    const auto* info =
        microhttpd().get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info == nullptr ? -1 : info->connect_fd;
}

MHD_Result send(MHD_Connection* connection, const Response& answer) {
    auto* const response = response_of(answer);
    if (response == nullptr) {
        return MHD_NO;
    }
    if (!answer.content_type.empty()) {
        microhttpd().add_response_header(response, "Content-Type", answer.content_type.c_str());
    }
    for (const auto& [name, value] : answer.headers) {
        microhttpd().add_response_header(response, name.c_str(), value.c_str());
    }
    if (answer.closes) {
        microhttpd().add_response_header(response, "Connection", "close");
    }
    const auto queued =
        microhttpd().queue_response(connection, static_cast<unsigned>(answer.status), response);
    microhttpd().destroy_response(response);
    return queued;
}

}  // namespace server
