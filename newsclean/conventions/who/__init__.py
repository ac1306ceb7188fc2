"""Who wrote: bylines, credits, sign-offs, agencies and author notes as news pages print them."""
