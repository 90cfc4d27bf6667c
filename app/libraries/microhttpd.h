#pragma once
// The functions of libmicrohttpd, without MHD_ before their names. It brings GnuTLS.

#include <microhttpd.h>

namespace libraries {

struct Microhttpd {
    decltype(&::MHD_add_connection) add_connection;
    decltype(&::MHD_add_response_header) add_response_header;
    decltype(&::MHD_create_response_from_buffer) create_response_from_buffer;
    decltype(&::MHD_create_response_from_buffer_with_free_callback_cls)
        create_response_from_buffer_with_free_callback_cls;
    decltype(&::MHD_destroy_response) destroy_response;
    decltype(&::MHD_get_connection_info) get_connection_info;
    decltype(&::MHD_get_connection_values_n) get_connection_values_n;
    decltype(&::MHD_queue_response) queue_response;
    decltype(&::MHD_quiesce_daemon) quiesce_daemon;
    decltype(&::MHD_resume_connection) resume_connection;
    decltype(&::MHD_start_daemon) start_daemon;
    decltype(&::MHD_stop_daemon) stop_daemon;
    decltype(&::MHD_suspend_connection) suspend_connection;
};

// Loaded at the first call. Throws schema::Error (unavailable).
const Microhttpd& microhttpd();

}  // namespace libraries
