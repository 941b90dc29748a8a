"""Receipts in S3. botocore's errors have a Code under Error as well; theirs is no business of Khipu's."""

import time

import boto3
from botocore.exceptions import ClientError

s3 = boto3.client("s3")


def receipt(bucket, key):
    for _ in range(5):
        try:
            return s3.get_object(Bucket=bucket, Key=key)["Body"].read()
        except ClientError as error:
            code = error.response["Error"]["Code"]
            if code == "NoSuchKey":
                return None
            if code in ("SlowDown", "E101", "503"):
                time.sleep(1)
                continue
            if error.response["Error"].get("Type") == "Sender":
                raise
    return None
