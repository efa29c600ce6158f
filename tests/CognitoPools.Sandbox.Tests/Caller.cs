using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace CognitoPools.Sandbox.Tests;

/// <summary>Sends raw requests to a sandbox, as any client would.</summary>
internal sealed class Caller(SandboxAccount account, string region = "us-east-1") : IDisposable
{
    private readonly HttpClient http = new(account.CreateHandler());

    public bool IsSigned { get; init; } = true;

    public string? Host { get; init; }

    public void Dispose() => http.Dispose();

    public async Task<HttpResponseMessage> SendAsync(string operation, object input, CancellationToken token = default)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Host ?? $"https://cognito-identity.{region}.amazonaws.com/")
        {
            Content = new StringContent(
                input as string ?? JsonSerializer.Serialize(input), Encoding.UTF8, "application/x-amz-json-1.1"),
        };
        request.Headers.Add("X-Amz-Target", $"AWSCognitoIdentityService.{operation}");
        Sign(request, "cognito-identity");
        return await http.SendAsync(request, token);
    }

    /// <summary>The answer's body; fails when it is an error.</summary>
    public async Task<JsonObject> CallAsync(string operation, object input)
    {
        using var response = await SendAsync(operation, input);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        return body.Length == 0 ? [] : JsonNode.Parse(body)!.AsObject();
    }

    /// <summary>The error; fails when there is none.</summary>
    public async Task<Failure> FailAsync(string operation, object input)
    {
        using var response = await SendAsync(operation, input);
        var body = await response.Content.ReadAsStringAsync();
        Assert.False(response.IsSuccessStatusCode, body);
        var error = JsonNode.Parse(body)!;
        Assert.Equal($"{error["__type"]}:", response.Headers.GetValues("x-amzn-errortype").Single());
        return new Failure((string)error["__type"]!, (string)error["message"]!, (int)response.StatusCode);
    }

    public async Task<HttpResponseMessage> SendQueryAsync(
        string service, string version, string action, params (string Key, string Value)[] fields)
    {
        var host = service == "iam"
            && !region.StartsWith("cn-", StringComparison.Ordinal)
            && !region.StartsWith("us-gov-", StringComparison.Ordinal)
            ? "iam.amazonaws.com"
            : $"{service}.{region}.amazonaws.com";
        var all = fields.Prepend(("Version", version))
            .Prepend(("Action", action))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        var request = new HttpRequestMessage(HttpMethod.Post, $"https://{host}/") { Content = new FormUrlEncodedContent(all) };
        Sign(request, service);
        return await http.SendAsync(request);
    }

    public async Task<XElement> IamAsync(string action, params (string Key, string Value)[] fields)
    {
        using var response = await SendQueryAsync("iam", "2010-05-08", action, fields);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        return Plain(XElement.Parse(body));
    }

    public async Task<Failure> IamFailAsync(string action, params (string Key, string Value)[] fields)
    {
        using var response = await SendQueryAsync("iam", "2010-05-08", action, fields);
        var body = await response.Content.ReadAsStringAsync();
        Assert.False(response.IsSuccessStatusCode, body);
        var error = Plain(XElement.Parse(body)).Element("Error")!;
        return new Failure((string)error.Element("Code")!, (string)error.Element("Message")!, (int)response.StatusCode);
    }

    public async Task<string> CreatePoolAsync(string name = "pool", bool guests = false, object? more = null)
    {
        var input = more is null ? [] : JsonSerializer.SerializeToNode(more)!.AsObject();
        input["IdentityPoolName"] = name;
        input["AllowUnauthenticatedIdentities"] = guests;
        return (string)(await CallAsync("CreateIdentityPool", input))["IdentityPoolId"]!;
    }

    /// <summary>Creates a role and gives its ARN.</summary>
    public async Task<string> CreateRoleAsync(string name, string? trust = null, string path = "/") =>
        (string)(await IamAsync(
            "CreateRole", ("RoleName", name), ("Path", path),
            ("AssumeRolePolicyDocument", trust ?? Trust.For("us-east-1:11111111-2222-3333-4444-555555555555"))))
            .Descendants("Arn").Single();

    private void Sign(HttpRequestMessage request, string service)
    {
        if (IsSigned)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "AWS4-HMAC-SHA256",
                $"Credential=AKIDEXAMPLE/20240101/{region}/{service}/aws4_request, SignedHeaders=host, Signature=abc");
        }
    }

    private static XElement Plain(XElement element)
    {
        foreach (var part in element.DescendantsAndSelf())
        {
            part.Name = part.Name.LocalName;
            part.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        }

        return element;
    }
}

internal sealed record Failure(string Code, string Message, int Status);

internal static class Trust
{
    public static string For(string poolId, string amr = "authenticated") =>
        $$$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"""
            + $$$$"""{"Federated":"cognito-identity.amazonaws.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":"""
                + $$$$"""{"StringEquals":{"cognito-identity.amazonaws.com:aud":"{{{{poolId}}}}"},"ForAnyValue:StringLike":"""
                + $$$$"""{"cognito-identity.amazonaws.com:amr":"{{{{amr}}}}"}}}]}""";
}
