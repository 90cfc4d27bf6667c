#include "app/libraries/microhttpd.h"

#include "app/libraries/shared_library.h"

namespace libraries {

const Microhttpd& microhttpd() {
    static const auto functions = [] {
        const SharedLibrary library(NEEDLEBOOK_MICROHTTPD);
        return Microhttpd{
            .add_connection =
                library.function<decltype(Microhttpd::add_connection)>("MHD_add_connection"),
            .add_response_header = library.function<decltype(Microhttpd::add_response_header)>(
                "MHD_add_response_header"),
            .create_response_from_buffer =
                library.function<decltype(Microhttpd::create_response_from_buffer)>(
                    "MHD_create_response_from_buffer"),
            .create_response_from_buffer_with_free_callback_cls = library.function<
                decltype(Microhttpd::create_response_from_buffer_with_free_callback_cls)>(
                "MHD_create_response_from_buffer_with_free_callback_cls"),
            .destroy_response =
                library.function<decltype(Microhttpd::destroy_response)>("MHD_destroy_response"),
            .get_connection_info = library.function<decltype(Microhttpd::get_connection_info)>(
                "MHD_get_connection_info"),
            .get_connection_values_n =
                library.function<decltype(Microhttpd::get_connection_values_n)>(
                    "MHD_get_connection_values_n"),
            .queue_response =
                library.function<decltype(Microhttpd::queue_response)>("MHD_queue_response"),
            .quiesce_daemon =
                library.function<decltype(Microhttpd::quiesce_daemon)>("MHD_quiesce_daemon"),
            .resume_connection =
                library.function<decltype(Microhttpd::resume_connection)>("MHD_resume_connection"),
            .start_daemon =
                library.function<decltype(Microhttpd::start_daemon)>("MHD_start_daemon"),
            .stop_daemon = library.function<decltype(Microhttpd::stop_daemon)>("MHD_stop_daemon"),
            .suspend_connection = library.function<decltype(Microhttpd::suspend_connection)>(
                "MHD_suspend_connection"),
        };
    }();
    return functions;
}

}  // namespace libraries
