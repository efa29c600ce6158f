using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The pages of ListRolePolicies.</summary>
internal sealed class ListRolePoliciesPaginator : IPaginator<ListRolePoliciesResponse>, IListRolePoliciesPaginator
{
    private readonly IAmazonIdentityManagementService client;
    private readonly ListRolePoliciesRequest request;
    private int used;

    public ListRolePoliciesPaginator(IAmazonIdentityManagementService client, ListRolePoliciesRequest request)
    {
        this.client = client;
        this.request = request;
    }

    public IPaginatedEnumerable<ListRolePoliciesResponse> Responses => new PaginatedResponse<ListRolePoliciesResponse>(this);

    public IPaginatedEnumerable<string> PolicyNames => new PaginatedResultKeyResponse<ListRolePoliciesResponse, string>(this, page => page.PolicyNames ?? new List<string>());

    async IAsyncEnumerable<ListRolePoliciesResponse> IPaginator<ListRolePoliciesResponse>.PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref used, 1) != 0)
        {
            throw new System.InvalidOperationException("Paginator has already been consumed and cannot be reused. Please create a new instance.");
        }
        ListRolePoliciesResponse page;
        do
        {
            page = await client.ListRolePoliciesAsync(request, cancellationToken).ConfigureAwait(false);
            request.Marker = page.Marker;
            yield return page;
        }
        while (page.IsTruncated == true);
    }
}
