#ifndef WIREDESK_CPLATFORM_H
#define WIREDESK_CPLATFORM_H
#include <iconv.h>
#endif
