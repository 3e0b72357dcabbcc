#ifndef WIREDESK_CCURL_H
#define WIREDESK_CCURL_H
#include <curl/curl.h>
#endif
