"""Reads every pool of a Region and its roles with boto3. Usage: boto3_fleet.py endpoint loop|threads

loop     One call after the other.
threads  Eight threads each read a pool while the listing continues.

The keys come from the environment. Both modes use boto3's standard retries with ten attempts instead of three. Writes one JSON object with
the seconds from the first request to the last answer, and the number of roles that were read.
"""
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

THREADS = 8

endpoint, mode = sys.argv[1:]
config = Config(retries={"mode": "standard", "total_max_attempts": 10}, max_pool_connections=THREADS + 2)
cognito = boto3.client("cognito-identity", region_name="us-east-1", endpoint_url=endpoint, config=config)
iam = boto3.client("iam", region_name="us-east-1", endpoint_url=endpoint, config=config)


def pools():
    token = None
    while True:
        page = cognito.list_identity_pools(MaxResults=60, **({"NextToken": token} if token else {}))
        yield from (pool["IdentityPoolId"] for pool in page["IdentityPools"])
        token = page.get("NextToken")
        if not token:
            return


def read(pool):
    settings = cognito.describe_identity_pool(IdentityPoolId=pool)
    roles = cognito.get_identity_pool_roles(IdentityPoolId=pool).get("Roles", {})
    for provider in settings.get("SupportedLoginProviders", {}):
        try:
            cognito.get_principal_tag_attribute_map(IdentityPoolId=pool, IdentityProviderName=provider)
        except cognito.exceptions.ResourceNotFoundException:
            pass  # The provider maps no attributes.
    return [iam.get_role(RoleName=arn.split("/")[-1])["Role"]["AssumeRolePolicyDocument"] for arn in roles.values()]


start = time.perf_counter()
if mode == "loop":
    found = [read(pool) for pool in pools()]
else:
    with ThreadPoolExecutor(THREADS) as threads:
        found = [work.result() for work in [threads.submit(read, pool) for pool in pools()]]
seconds = time.perf_counter() - start
json.dump({"seconds": seconds, "roles": sum(len(roles) for roles in found)}, sys.stdout)
