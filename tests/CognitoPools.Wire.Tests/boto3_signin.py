"""Sign-ins as boto3 makes them. Usage: boto3_signin.py endpoint pool-id guest-role login-key token; the keys are the environment's. Writes one JSON object."""
import json
import sys

import boto3
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import ClientError

endpoint, pool, guest_role, key, token = sys.argv[1:]
signed = {"region_name": "us-east-1", "endpoint_url": endpoint, "config": Config(retries={"total_max_attempts": 1})}
unsigned = {**signed, "config": Config(signature_version=UNSIGNED, retries={"total_max_attempts": 1})}
public, admin = boto3.client("cognito-identity", **unsigned), boto3.client("cognito-identity", **signed)


def caller(credentials, secret="SecretKey"):
    session = boto3.client("sts", aws_access_key_id=credentials["AccessKeyId"], aws_secret_access_key=credentials[secret], aws_session_token=credentials["SessionToken"], **signed)
    return session.get_caller_identity()["Arn"]


seen = {}
guest = public.get_id(IdentityPoolId=pool)["IdentityId"]
seen["guest"] = caller(public.get_credentials_for_identity(IdentityId=guest)["Credentials"])

web = public.get_open_id_token(IdentityId=guest)["Token"]
assumed = boto3.client("sts", **unsigned).assume_role_with_web_identity(RoleArn=guest_role, RoleSessionName="boto", WebIdentityToken=web)
seen["basic"] = caller(assumed["Credentials"], "SecretAccessKey")

logins = {key: token}
user = public.get_id(IdentityPoolId=pool, Logins=logins)["IdentityId"]
seen["user"] = caller(public.get_credentials_for_identity(IdentityId=user, Logins=logins)["Credentials"])
try:
    public.get_credentials_for_identity(IdentityId=user)
except ClientError as error:
    seen["forbidden"] = error.response["Error"]["Code"]

first = admin.get_open_id_token_for_developer_identity(IdentityPoolId=pool, Logins={"login.example": "first"})
second = admin.get_open_id_token_for_developer_identity(IdentityPoolId=pool, Logins={"login.example": "second"})
seen["developer"] = caller(public.get_credentials_for_identity(IdentityId=first["IdentityId"], Logins={"cognito-identity.amazonaws.com": first["Token"]})["Credentials"])
left = admin.merge_developer_identities(IdentityPoolId=pool, DeveloperProviderName="login.example", SourceUserIdentifier="first", DestinationUserIdentifier="second")["IdentityId"]
found = admin.lookup_developer_identity(IdentityPoolId=pool, DeveloperUserIdentifier="first", MaxResults=60)
seen["merged"] = left == second["IdentityId"] == found["IdentityId"]
print(json.dumps(seen))
