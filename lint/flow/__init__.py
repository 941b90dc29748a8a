"""From code to behaviour: an abstract interpreter over sets of points.

The provider is played by one script: whatever documented reply a request gets first, the same request gets again.
Under that script a resend is simply a second request, its delay the sleeps between, its bound the number of requests.
"""
