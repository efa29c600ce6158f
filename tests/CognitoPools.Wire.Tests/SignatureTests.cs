using System.Text;
using CognitoPools.Emulator.Signing;
using CognitoPools.Sandbox.Wire;
using Microsoft.Extensions.Time.Testing;

namespace CognitoPools.Wire.Tests;

/// <summary>The check of signatures.</summary>
public class SignatureTests
{
    private const string Timestamp = "20150830T123600Z";

    private static readonly EmulatorCredentials Keys = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null);

    // From AWS's documentation of Signature Version 4 and its published test suite (aws-sig-v4-test-suite).
    [Theory]
    [InlineData(
        "GET", "/?Action=ListUsers&Version=2010-05-08", "iam", "iam.amazonaws.com",
        "content-type;host;x-amz-date", "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7")]
    [InlineData(
        "GET", "/", "service", "example.amazonaws.com", "host;x-amz-date",
        "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData(
        "POST", "/", "service", "example.amazonaws.com", "host;x-amz-date",
        "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData(
        "GET", "/?Param2=value2&Param1=value1", "service", "example.amazonaws.com",
        "host;x-amz-date", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    public void Signs_as_AWS_publishes_it(
        string method, string target, string service, string host, string signedHeaders, string signature)
    {
        var request = new SignedRequest(
            method,
            target,
            Headers(
                ("Host", host), ("X-Amz-Date", Timestamp),
                ("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")),
            default);
        Assert.Equal(
            signature,
            SignatureV4.Sign(
                request, signedHeaders.Split(';'), Timestamp,
                new CredentialScope("20150830", "us-east-1", service), Keys.SecretKey));
    }

    [Theory]
    [InlineData("cognito-identity", "us-east-1")]
    [InlineData("sts", "us-east-1")]
    [InlineData("iam", "us-east-1")]
    [InlineData("cognito-identity", "cn-north-1")]
    [InlineData("iam", "cn-north-1")]
    public void A_good_signature_passes(string service, string region) => Assert.Null(Check(Signed(service, region), service));

    [Theory]
    [InlineData("eu-west-1")]
    [InlineData("us-gov-east-1")]
    [InlineData("us-east-1")]
    [InlineData("us-gov-west-1")]
    public void IAM_takes_signatures_for_each_Region_and_for_the_homes_of_their_partitions(string region)
    {
        string[] regions = ["eu-west-1", "us-gov-east-1"];

        Assert.Null(Check(Signed("iam", region), "iam", regions: regions));
        Assert.Equal(
            regions.Contains(region, StringComparer.Ordinal), Check(Signed("sts", region), "sts", regions: regions) is null);
    }

    [Fact]
    public void A_request_without_a_signature_is_left_to_the_service() =>
        Assert.Null(Check(new SignedRequest("POST", "/", Headers(("Host", "localhost")), default), "sts"));

    [Theory]
    [InlineData("cognito-identity", "InvalidSignatureException", 400)]
    [InlineData("iam", "SignatureDoesNotMatch", 403)]
    [InlineData("sts", "SignatureDoesNotMatch", 403)]
    public void Whatever_is_changed_after_signing_is_found(string service, string code, int status)
    {
        var good = Signed(service);
        SignedRequest[] changed =
        [
            good with { Method = "PUT" },
            good with { Target = "/other" },
            good with { Target = "/?a=b" },
            good with { Body = "{\"IdentityPoolId\":\"another\"}"u8.ToArray() },
            With(good, "X-Amz-Target", "AWSCognitoIdentityService.DeleteIdentityPool"),
            With(good, "Host", "elsewhere"),
            With(good, "Authorization", good.Header("Authorization")![..^1] + "x"),
        ];
        Assert.All(changed, request => Assert.Equal((code, status), Outcome(Check(request, service))));
    }

    [Theory]
    [InlineData("cognito-identity", "UnrecognizedClientException", 400)]
    [InlineData("iam", "InvalidClientTokenId", 403)]
    [InlineData("sts", "InvalidClientTokenId", 403)]
    public void Unknown_keys_and_tokens_are_refused(string service, string code, int status)
    {
        Assert.Equal((code, status), Outcome(Check(Signed(service, accessKey: "AKIDOTHER"), service)));
        Assert.Equal((code, status), Outcome(Check(Signed(service, token: "token"), service)));
    }

    [Theory]
    [InlineData("cognito-identity", "IncompleteSignatureException")]
    [InlineData("sts", "IncompleteSignature")]
    public void A_header_that_cannot_be_read_is_named(string service, string code)
    {
        var good = Signed(service);
        foreach (var (header, message) in new[]
        {
            ("Bearer abc", "Unsupported AWS 'algorithm': 'Bearer'."),
            (
                "AWS4-HMAC-SHA256",
                "requires 'Credential' parameter. Authorization header requires 'SignedHeaders' parameter. "
                    + "Authorization header requires 'Signature' parameter."),
            (
                "AWS4-HMAC-SHA256 Credential=a/b/c, SignedHeaders=host, Signature=0",
                "Credential must have exactly 5 slash-delimited elements"),
        })
        {
            var refusal = Check(With(good, "Authorization", header), service);
            Assert.Equal((code, 400), Outcome(refusal));
            Assert.Contains(message, refusal!.Message, StringComparison.Ordinal);
        }

        Assert.Contains("'X-Amz-Date'", Check(Without(good, "X-Amz-Date"), service)!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sts", "us-east-1", "cognito-identity", "Credential should be scoped to correct service: 'sts'.")]
    [InlineData("sts", "eu-west-1", "sts", "Credential should be scoped to a valid region, not 'eu-west-1'.")]
    [InlineData("iam", "us-gov-west-1", "iam", "Credential should be scoped to a valid region, not 'us-gov-west-1'.")]
    public void The_scope_must_be_the_services(string service, string region, string signedFor, string message) =>
        Assert.Equal(message, Check(Signed(signedFor, region), service)?.Message);

    [Theory]
    [InlineData(-300, null)]
    [InlineData(300, null)]
    [InlineData(301, "Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z (20150830T124101Z - 5 min.)")]
    [InlineData(
        -301,
        "Signature not yet current: 20150830T123600Z is still later than 20150830T123559Z (20150830T123059Z + 5 min.)")]
    public void A_signature_is_good_for_five_minutes(int secondsLater, string? message) =>
        Assert.Equal(message, Check(Signed("sts"), "sts", secondsLater)?.Message);

    [Fact]
    public void The_day_of_the_scope_is_the_day_of_the_date() =>
        Assert.StartsWith(
            "Date in Credential scope does not match",
            Check(Signed("sts", day: "20150829"), "sts")?.Message, StringComparison.Ordinal);

    [Fact]
    public void A_header_of_AWS_must_be_signed()
    {
        var added = With(Signed("cognito-identity"), "X-Amz-Added", "later");
        Assert.Equal(
            "'X-Amz-Added' must be a 'SignedHeader' in the AWS Authorization.",
            Check(added, "cognito-identity")?.Message);
    }

    private static ServiceError? Check(
        SignedRequest request, string service, int secondsLater = 0, IReadOnlyCollection<string>? regions = null) =>
        new SignatureCheck(
            Keys,
            regions ?? ["us-east-1", "cn-north-1"],
            new FakeTimeProvider(new DateTimeOffset(2015, 8, 30, 12, 36, 0, TimeSpan.Zero).AddSeconds(secondsLater)),
            _ => null).Refuse(
            request,
            service);

    private static (string?, int?) Outcome(ServiceError? error) => (error?.Code, error?.StatusCode);

    private static SignedRequest Signed(
        string service, string region = "us-east-1", string accessKey = "AKIDEXAMPLE",
        string? token = null, string day = "20150830")
    {
        var request = new SignedRequest(
            "POST",
            "/",
            Headers(
                ("Host", "127.0.0.1:8000"), ("X-Amz-Date", Timestamp),
                ("X-Amz-Target", "AWSCognitoIdentityService.DescribeIdentityPool"), ("User-Agent", "not  signed")),
            Encoding.UTF8.GetBytes("{}"));
        if (token is not null)
            request = With(request, "X-Amz-Security-Token", token);
        string[] names =
        [
            .. request.Headers.Keys.Where(name => name != "User-Agent")
                .Select(name => name.ToLowerInvariant())
                .Order(StringComparer.Ordinal),
        ];
        var scope = new CredentialScope(day, region, service);
        var signature = SignatureV4.Sign(request, names, Timestamp, scope, Keys.SecretKey);
        return With(
            request,
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={accessKey}/{scope}, SignedHeaders={string.Join(';', names)}, Signature={signature}");
    }

    private static SignedRequest With(SignedRequest request, string name, string value) =>
        request with
        {
            Headers = Headers([
                .. request.Headers.Where(header => header.Key != name).Select(header => (header.Key, header.Value)),
                (name, value),
            ]),
        };

    private static SignedRequest Without(SignedRequest request, string name) =>
        request with
        {
            Headers = Headers(
                [.. request.Headers.Where(header => header.Key != name).Select(header => (header.Key, header.Value))]),
        };

    private static Dictionary<string, string> Headers(params (string Name, string Value)[] headers) =>
        headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase);
}
