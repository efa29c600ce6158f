"""What boto3 sees of the emulator. Usage: boto3_client.py endpoint pool-id; the keys are the environment's. Writes one JSON object."""
import json
import sys

import boto3
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import ClientError

endpoint, seeded = sys.argv[1:]
once = Config(retries={"total_max_attempts": 1})


def client(service, **more):
    return boto3.client(service, **{"region_name": "us-east-1", "endpoint_url": endpoint, "config": once, **more})


def code_of(call):
    try:
        call()
        return None
    except ClientError as error:
        return error.response["Error"]["Code"]


cognito, iam, sts = client("cognito-identity"), client("iam"), client("sts")
seen = {"account": sts.get_caller_identity()["Account"]}

pages, token = [], None
while True:
    page = cognito.list_identities(IdentityPoolId=seeded, MaxResults=60, **({"NextToken": token} if token else {}))
    pages.append(page["Identities"])
    token = page.get("NextToken")
    if not token:
        break
guests = [identity for page in pages for identity in page if not identity.get("Logins")]
seen["pages"] = [len(page) for page in pages]
seen["guests"] = len(guests)
seen["datesHaveAZone"] = all(identity["CreationDate"].tzinfo is not None for identity in guests)
ids = [identity["IdentityId"] for identity in guests]
unprocessed = []
for start in range(0, len(ids), 60):
    answer = cognito.delete_identities(IdentityIdsToDelete=ids[start:start + 60])
    unprocessed += [left["IdentityId"] for left in answer.get("UnprocessedIdentityIds", [])]
seen["unprocessed"] = unprocessed

pool = cognito.create_identity_pool(IdentityPoolName="boto", AllowUnauthenticatedIdentities=True)["IdentityPoolId"]
trust = {
    "Version": "2012-10-17",
    "Statement": [{
        "Effect": "Allow",
        "Principal": {"Federated": "cognito-identity.amazonaws.com"},
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": {
            "StringEquals": {"cognito-identity.amazonaws.com:aud": pool},
            "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "unauthenticated"},
        },
    }],
}
iam.create_role(RoleName="boto-guest", AssumeRolePolicyDocument=json.dumps(trust))
seen["roleGiven"] = iam.get_role(RoleName="boto-guest")["Role"]["Arn"]
cognito.set_identity_pool_roles(IdentityPoolId=pool, Roles={"unauthenticated": seen["roleGiven"]})
seen["roleRead"] = cognito.get_identity_pool_roles(IdentityPoolId=pool)["Roles"]["unauthenticated"]
cognito.delete_identity_pool(IdentityPoolId=pool)

seen["missingRole"] = code_of(lambda: iam.get_role(RoleName="nobody"))
seen["missingPool"] = code_of(lambda: cognito.describe_identity_pool(IdentityPoolId=pool))
seen["refusals"] = [
    code_of(call)
    for wrong in ({"aws_secret_access_key": "wrong"}, {"aws_access_key_id": "AKIAUNKNOWNUNKNOWN00"})
    for keys in [{"aws_access_key_id": boto3.Session().get_credentials().access_key,
                  "aws_secret_access_key": boto3.Session().get_credentials().secret_key, **wrong}]
    for call in (
        lambda: client("cognito-identity", **keys).list_identity_pools(MaxResults=1),
        lambda: client("iam", **keys).list_roles(),
        lambda: client("sts", **keys).get_caller_identity(),
    )
]
unsigned = client("cognito-identity", config=Config(signature_version=UNSIGNED))
seen["guestWithoutKeys"] = unsigned.get_id(IdentityPoolId=seeded)["IdentityId"]
json.dump(seen, sys.stdout)
