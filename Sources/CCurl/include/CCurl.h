#ifndef WIREDESK_CCURL_H
#define WIREDESK_CCURL_H

#include <curl/curl.h>

// Swift cannot call variadic functions: one function of fixed arity for each kind of argument that
// curl_easy_setopt, curl_easy_getinfo and curl_multi_setopt take. The caller sees to it that the
// option takes that kind (curl_easy_setopt(3)).

typedef size_t (*curl_data_function)(char *bytes, size_t size, size_t count, void *client);

CURLcode curl_easy_set_long(CURL *easy, CURLoption option, long value);
CURLcode curl_easy_set_offset(CURL *easy, CURLoption option, curl_off_t value);
CURLcode curl_easy_set_string(CURL *easy, CURLoption option, const char *value);
CURLcode curl_easy_set_pointer(CURL *easy, CURLoption option, void *value);
CURLcode curl_easy_set_list(CURL *easy, CURLoption option, struct curl_slist *value);
CURLcode curl_easy_set_data_function(CURL *easy, CURLoption option, curl_data_function value);
CURLcode curl_easy_set_open_socket_function(CURL *easy, curl_opensocket_callback value);
CURLcode curl_easy_set_before_request_function(CURL *easy, curl_prereq_callback value);

CURLcode curl_easy_get_long(CURL *easy, CURLINFO info, long *value);
CURLcode curl_easy_get_offset(CURL *easy, CURLINFO info, curl_off_t *value);
CURLcode curl_easy_get_string(CURL *easy, CURLINFO info, const char **value);
CURLcode curl_easy_get_pointer(CURL *easy, CURLINFO info, void **value);

CURLMcode curl_multi_set_long(CURLM *multi, CURLMoption option, long value);

// What a finished transfer came to: the members of CURLMsg's union, which Swift cannot name.
CURLcode curl_message_result(const CURLMsg *message);

#endif
