// mallopt() of the C library, which Swift's module of it leaves out.
#include <malloc.h>
