"""Removes the guests of a pool with boto3. Usage: boto3_cleanup.py endpoint pool-id loop|threads

loop     The simplest script: lists a page, deletes its guests, and continues with the next page.
threads  Eight threads delete batches of 60 while the listing continues.

The keys come from the environment. Both modes use boto3's standard retries with ten attempts instead of three, so that throttling slows
them down but does not end them. Writes one JSON object with the seconds from the first request to the last answer.
"""
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

THREADS = 8
BATCH = 60

endpoint, pool, mode = sys.argv[1:]
cognito = boto3.client(
    "cognito-identity",
    region_name="us-east-1",
    endpoint_url=endpoint,
    config=Config(retries={"mode": "standard", "total_max_attempts": 10}, max_pool_connections=THREADS + 2),
)


def pages():
    token = None
    while True:
        page = cognito.list_identities(IdentityPoolId=pool, MaxResults=60, **({"NextToken": token} if token else {}))
        yield [identity["IdentityId"] for identity in page["Identities"] if not identity.get("Logins")]
        token = page.get("NextToken")
        if not token:
            return


def delete(ids):
    left = cognito.delete_identities(IdentityIdsToDelete=ids).get("UnprocessedIdentityIds", [])
    if left:
        raise RuntimeError(f"unprocessed: {left[0]}")


start = time.perf_counter()
if mode == "loop":
    for guests in pages():
        if guests:
            delete(guests)
else:
    with ThreadPoolExecutor(THREADS) as threads:
        work, batch = [], []
        for guests in pages():
            batch += guests
            while len(batch) >= BATCH:
                work.append(threads.submit(delete, batch[:BATCH]))
                batch = batch[BATCH:]
        if batch:
            work.append(threads.submit(delete, batch))
        for item in work:
            item.result()
json.dump({"seconds": time.perf_counter() - start}, sys.stdout)
