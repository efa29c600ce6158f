namespace CognitoPools.Reports.Model;

/// <summary>Describes a permission in plain words if the action is well known.</summary>
internal static class PlainPermission
{
    private static readonly Dictionary<string, string> Sentences = new(StringComparer.OrdinalIgnoreCase)
    {
        ["*"] = "Everything",
        ["s3:*"] = "Everything in Amazon S3",
        ["s3:GetObject"] = "Read objects in {0}",
        ["s3:GetObject*"] = "Read objects, their versions and their settings in {0}",
        ["s3:PutObject"] = "Write objects to {0}",
        ["s3:DeleteObject"] = "Delete objects from {0}",
        ["s3:ListBucket"] = "List the objects in {0}",
        ["s3:ListAllMyBuckets"] = "List the names of all buckets",
        ["dynamodb:GetItem"] = "Read items from {0}",
        ["dynamodb:BatchGetItem"] = "Read items from {0} in batches",
        ["dynamodb:Query"] = "Query {0}",
        ["dynamodb:Scan"] = "Read all items from {0}",
        ["dynamodb:PutItem"] = "Write items to {0}",
        ["dynamodb:UpdateItem"] = "Update items in {0}",
        ["dynamodb:DeleteItem"] = "Delete items from {0}",
        ["lambda:InvokeFunction"] = "Invoke {0}",
        ["execute-api:Invoke"] = "Call {0}",
        ["sqs:SendMessage"] = "Send messages to {0}",
        ["sqs:ReceiveMessage"] = "Receive messages from {0}",
        ["sns:Publish"] = "Publish to {0}",
        ["kinesis:PutRecord"] = "Write a record to {0}",
        ["kinesis:PutRecords"] = "Write records to {0}",
        ["firehose:PutRecord"] = "Write a record to {0}",
        ["firehose:PutRecordBatch"] = "Write records to {0}",
        ["mobiletargeting:PutEvents"] = "Send analytics events to {0}",
        ["mobiletargeting:UpdateEndpoint"] = "Register endpoints with {0}",
        ["mobileanalytics:PutEvents"] = "Send analytics events",
        ["sts:AssumeRole"] = "Assume {0}",
        ["kms:Decrypt"] = "Decrypt with {0}",
        ["secretsmanager:GetSecretValue"] = "Read {0}",
        ["ssm:GetParameter"] = "Read {0}",
    };

    // The names of resource types, by the service and the type in the ARN.
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["dynamodb:table"] = "the table",
        ["lambda:function"] = "the function",
        ["kinesis:stream"] = "the stream",
        ["firehose:deliverystream"] = "the delivery stream",
        ["mobiletargeting:apps"] = "the application",
        ["iam:role"] = "the role",
        ["kms:key"] = "the key",
        ["secretsmanager:secret"] = "the secret",
        ["ssm:parameter"] = "the parameter",
    };

    // All resources of a service, for the sentences above.
    private static readonly Dictionary<string, string> All = new(StringComparer.OrdinalIgnoreCase)
    {
        ["s3"] = "every bucket",
        ["dynamodb"] = "every table",
        ["lambda"] = "every function",
        ["sqs"] = "every queue",
        ["sns"] = "every topic",
        ["kinesis"] = "every stream",
        ["firehose"] = "every delivery stream",
        ["kms"] = "every key",
        ["secretsmanager"] = "every secret",
        ["ssm"] = "every parameter",
        ["sts"] = "every role",
    };

    /// <summary>The sentence.</summary>
    public static string Of(PoolPermission permission)
    {
        var sentence = permission.NotAction.Count == 0 && Sentences.TryGetValue(permission.Action, out var known)
            ? known.Replace("{0}", Resource(permission.Resource, permission.Action))
            : $"{PoolPermissionPart.Shown([permission.Action], permission.NotAction)} on {permission.Resource}";
        if (permission.NotResource.Count > 0)
            sentence += $", except on {string.Join(", ", permission.NotResource)}";
        return permission.OtherLimits is { } limits ? $"{sentence}; {limits}" : sentence;
    }

    private static string Resource(string pattern, string action)
    {
        if (pattern == "*")
            return All.TryGetValue(action.Split(':')[0], out var all) ? all : "every resource";
        var parts = pattern.Split([':'], 6);
        if (parts.Length < 6 || parts[0] != "arn")
            return pattern;
        if (parts[2] == "s3")
            return Bucket(parts[5]);
        var place = parts[5].IndexOfAny(['/', ':']);
        if (place > 0 && place < parts[5].Length - 1 && Kinds.TryGetValue($"{parts[2]}:{parts[5].Substring(0, place)}", out var kind))
            return parts[5].Substring(place + 1) == "*" ? $"every resource that matches {pattern}" : $"{kind} {parts[5].Substring(place + 1)}";
        return parts[2] switch
        {
            "sqs" when parts[5] != "*" => $"the queue {parts[5]}",
            "sns" when parts[5] != "*" => $"the topic {parts[5]}",
            _ => pattern,
        };
    }

    private static string Bucket(string path)
    {
        if (path is "*" or "*/*")
            return "every bucket";
        var slash = path.IndexOf('/');
        if (slash < 0)
            return $"the bucket {path}";
        var key = path.Substring(slash + 1);
        return key == "*" ? $"the bucket {path.Substring(0, slash)}" : $"the bucket {path.Substring(0, slash)} under {key}";
    }
}
